using System.Diagnostics;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A test of a whole cluster. Skipped, with the reason, where the script that starts it finds no PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() => HasPostgres() ? null : "No PostgreSQL here: install its server.");

    public ClusterFactAttribute() => Skip = Missing.Value;

    private static bool HasPostgres()
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", "source deploy/postgres.sh; postgres_programs > /dev/null"])
        {
            WorkingDirectory = Build.Root,
        })!;
        shell.WaitForExit();
        return shell.ExitCode == 0;
    }
}
