namespace Platform.Api.Idempotency;

/// <summary>Tells a client that its request was served before, and that this is the answer of then.</summary>
internal static class Replayed
{
    private const string Header = "Idempotency-Replayed";

    public static bool IsReplayed(this HttpResponse response) => response.Headers.ContainsKey(Header);

    public static void MarkReplayed(this HttpResponse response) => response.Headers[Header] = "true";
}
