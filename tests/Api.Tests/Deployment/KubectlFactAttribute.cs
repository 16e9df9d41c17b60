namespace Platform.Api.Tests.Deployment;

/// <summary>A test that renders manifests.</summary>
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (Kubectl.Program is null) Skip = "There is no kubectl on the path.";
    }
}
