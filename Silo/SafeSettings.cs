using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Platform.Hosting;

/// <summary>What is fit for tests and development, and nothing that serves starts with in Production.</summary>
internal static class SafeSettings
{
    /// <summary>Fewer rounds than anybody has recommended for a long time.</summary>
    private const int FewestIterations = 10_000;

    /// <exception cref="InvalidOperationException">A setting is not fit; the message names it, and says why.</exception>
    public static void RequireSafeSettings(this IHostApplicationBuilder builder)
    {
        if (!builder.Environment.IsProduction()) return;
        if (Faults(builder.Configuration).ToList() is { Count: > 0 } faults)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<string> Faults(IConfiguration configuration)
    {
        if (configuration.GetValue<int?>("Passwords:Iterations") < FewestIterations)
            yield return $"Passwords__Iterations: with fewer than {FewestIterations} rounds a stolen table of passwords is soon read. Production does not start with it.";
        if (configuration.GetValue<bool>("Generation:References:AllowPrivateAddresses"))
            yield return "Generation__References__AllowPrivateAddresses lets anybody with an account look around in your network. Production does not start with it.";
    }
}
