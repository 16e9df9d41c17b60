namespace Platform.Billing.Sandbox;

/// <summary>Ids of the sandbox: <c>kind_customer_rest</c>, so that each leads to its customer.</summary>
public static class SandboxIds
{
    /// <summary>The customer that something belongs to, or null: the sandbox never made such an id.</summary>
    public static string? CustomerOf(string id)
    {
        // A checkout's kind has two words, as Stripe's have.
        var rest = id.StartsWith("cs_test_", StringComparison.Ordinal) ? id["cs_test_".Length..] : id[(id.IndexOf('_') + 1)..];
        var end = rest.IndexOf('_');
        return end == 32 && rest[..end].All(char.IsAsciiHexDigitLower) ? $"cus_{rest[..end]}" : null;
    }

    public static string LastFour(SandboxCard card) => card switch
    {
        SandboxCard.PaysOnce => "0341",
        SandboxCard.Declined => "0002",
        _ => "4242",
    };
}
