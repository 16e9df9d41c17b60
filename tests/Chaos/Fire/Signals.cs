using System.Diagnostics;
using System.Globalization;

namespace Platform.Chaos.Fire;

/// <summary>What one process can do to another.</summary>
internal static class Signals
{
    /// <summary>The process stands still, with all its connections open.</summary>
    public static void Pause(int processId) => Send("STOP", processId);

    public static void Resume(int processId) => Send("CONT", processId);

    public static void Kill(int processId) => Send("KILL", processId);

    /// <summary>Whether it runs. One that has ended but whose end nobody has asked about has no command any more.</summary>
    public static bool IsRunning(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Send(string signal, int processId)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
