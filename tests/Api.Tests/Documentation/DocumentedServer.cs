namespace Platform.Api.Tests.Documentation;

/// <summary>A server for those who try all that the documents say: it draws the same picture once, however often it is ordered.</summary>
public sealed class DocumentedServer : PlatformServer
{
    protected override bool RemembersPictures => true;
}
