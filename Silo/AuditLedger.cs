using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Storage;
using Platform.Wallets;

namespace Platform.Hosting;

/// <summary>
/// <c>audit-ledger</c>: checks every wallet against its ledger and its holds, and says what is wrong, a line each. It takes the settings of a
/// server and reads its database, also while the server runs; it needs no silo, and changes nothing.
/// </summary>
internal static class AuditLedger
{
    public const string Verb = "audit-ledger";

    /// <returns>The exit code: 0 where all is as it must be, 1 where something is wrong or could not be read.</returns>
    public static async Task<int> RunAsync(string[] settings)
    {
        try
        {
            using var host = CommandHost.WithDatabase(settings);
            return await RunAsync(host);
        }
        catch (CommandException error)
        {
            await Console.Error.WriteLineAsync($"No ledger could be read: {error.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(IHost host)
    {
        var audit = new LedgerAudit(host.Services.GetRequiredService<Database>(), host.Services.GetRequiredService<TimeProvider>());
        try
        {
            var report = await audit.RunAsync();
            foreach (var problem in report.Problems) Console.WriteLine(problem);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Wallets} wallets, {report.Entries} entries, {report.Holds} holds: {report.Problems.Count} problems ({host.DatabaseLocation()})"));
            return report.Problems.Count == 0 ? 0 : 1;
        }
        catch (StoreException error)
        {
            await Console.Error.WriteLineAsync(
                $"No ledger could be read ({host.DatabaseLocation()}): {error.InnerException?.Message ?? error.Message}");
            return 1;
        }
    }
}
