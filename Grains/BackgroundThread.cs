using System.Runtime.InteropServices;

namespace Platform;

/// <summary>Runs long computations, each on a thread of its own, which gives way to everything else that wants the core.</summary>
internal static class BackgroundThread
{
    /// <summary>About a third of what a thread of usual priority gets, when both want the same core: less, but never next to nothing.</summary>
    private const int Niceness = 5;

    public static Task<T> RunAsync<T>(Func<T> work) => Task.Factory.StartNew(
        () =>
        {
            GiveWay();
            return work();
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static void GiveWay()
    {
        // .NET leaves priorities alone on Linux, where the kernel keeps one for each thread: 0, 0 is the thread that calls.
        if (OperatingSystem.IsLinux()) _ = SetPriority(0, 0, Niceness);
        else Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    [DllImport("libc", EntryPoint = "setpriority"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int niceness);
}
