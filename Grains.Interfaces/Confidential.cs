namespace Platform;

/// <summary>A record that holds a secret. As text it is its name only, because records end up in logs.</summary>
[GenerateSerializer, Immutable, Alias("platform.Confidential")]
public abstract record Confidential
{
    public sealed override string ToString() => GetType().Name;
}
