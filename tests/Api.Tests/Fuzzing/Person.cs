using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Somebody with whom an operation can succeed: signed in, with what it is about, and the body that it wants.</summary>
internal sealed record Person(string Token, string Path, JsonNode? Request)
{
    public static async Task<Person> ForAsync(Operation operation, PlatformServer server, CheckedInDocument document)
    {
        // Who signs up or in has an account already, whose names are then taken.
        var signedIn = operation.NeedsSession ? operation : document.Operations.First(other => other.NeedsSession && !Customs.IsForAdmins(other));
        var visitor = await Visitor.ForAsync(signedIn, server, document);
        return new Person(visitor.Token, await visitor.PathAsync(operation), await visitor.RequestAsync(operation));
    }
}
