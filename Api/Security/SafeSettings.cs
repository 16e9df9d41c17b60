namespace Platform.Api.Security;

/// <summary>What a front door does not start with.</summary>
internal static class SafeSettings
{
    /// <exception cref="InvalidOperationException">A setting would open what has to be closed; the message names it, and says why.</exception>
    public static void RequireSafeSettings(this WebApplicationBuilder builder)
    {
        if (Faults(builder).ToList() is { Count: > 0 } faults)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<string> Faults(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<bool>("FORWARDEDHEADERS_ENABLED"))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every client what address it has. Name your proxies in Proxy__KnownProxies or Proxy__KnownNetworks instead.";
        if (!builder.Environment.IsProduction()) yield break;
        foreach (var origin in builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])
        {
            if (origin.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                yield return $"Cors__Origins: anybody on the way can change a page of {origin}. In Production only https origins may call.";
        }
    }
}
