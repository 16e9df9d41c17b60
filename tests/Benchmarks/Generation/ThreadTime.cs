using System.Runtime.InteropServices;

namespace Platform.Benchmarks.Generation;

/// <summary>
/// What work costs the thread that does it. On a machine that others use too, a clock on the wall measures those as well; this doesn't.
/// </summary>
internal static class ThreadTime
{
    /// <summary>Linux: CLOCK_THREAD_CPUTIME_ID.</summary>
    private const int ClockOfThread = 3;

    /// <returns>Milliseconds of CPU.</returns>
    public static double Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    private static double Now() => GetTime(ClockOfThread, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : throw new PlatformNotSupportedException("The CPU time of a thread is known on Linux only.");

    [DllImport("libc", EntryPoint = "clock_gettime"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
