using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Platform;

/// <summary>
/// Threads for long computations, which give way to everything else that wants a core. They stay: a thread of low priority that comes or
/// goes holds locks of the runtime's own meanwhile, and then everybody waits for it.
/// </summary>
internal sealed class BackgroundThreads : IDisposable
{
    /// <summary>About a third of what a thread of usual priority gets, when both want the same core: less, but never next to nothing.</summary>
    private const int Niceness = 5;

    private readonly BlockingCollection<Action> _waiting = [];

    public BackgroundThreads(string name, int count)
    {
        for (var i = 0; i < count; i++) new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task;
    }

    public void Dispose() => _waiting.CompleteAdding();

    private void Run()
    {
        // .NET leaves priorities alone on Linux, where the kernel keeps one for each thread: 0, 0 is the thread that calls.
        if (OperatingSystem.IsLinux()) _ = SetPriority(0, 0, Niceness);
        else Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        foreach (var work in _waiting.GetConsumingEnumerable()) work();
    }

    [DllImport("libc", EntryPoint = "setpriority"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int niceness);
}
