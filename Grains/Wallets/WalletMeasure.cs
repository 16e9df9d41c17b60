using System.Diagnostics.Metrics;
using Platform.Telemetry;

namespace Platform.Wallets;

/// <summary><c>platform.wallet.operations</c>: what wallets were asked, by operation and outcome (<c>done</c>, <c>refused</c>, <c>failed</c>).</summary>
internal static class WalletMeasure
{
    private static readonly Counter<long> Operations =
        PlatformMeter.Meter.CreateCounter<long>("platform.wallet.operations", description: "What wallets were asked.");

    public static void Answered(string operation, object? answer) =>
        Operations.Add(1, new("operation", operation), new("outcome", answer is IRefusable { Refusal: not null } ? "refused" : "done"));

    public static void Failed(string operation) => Operations.Add(1, new("operation", operation), new("outcome", "failed"));
}
