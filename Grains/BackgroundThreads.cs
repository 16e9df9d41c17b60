using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Platform;

/// <summary>
/// Threads for long computations, which give way to everything else that wants a core. They stay: a thread of low priority that comes or
/// goes holds locks of the runtime's own meanwhile, and then everybody waits for it.
/// </summary>
internal sealed class BackgroundThreads : IDisposable
{
    /// <summary>
    /// For what somebody waits for: about a third of what a thread of usual priority gets, when both want the same core.
    /// </summary>
    public const int Later = 5;

    /// <summary>For what may take a while: about a tenth. With less, what is drawn on a full machine would not end in its time.</summary>
    public const int MuchLater = 10;

    private readonly BlockingCollection<Action> _waiting = [];
    private readonly int _niceness;

    /// <param name="niceness"><see cref="Later"/> or <see cref="MuchLater"/>.</param>
    public BackgroundThreads(string name, int count, int niceness)
    {
        _niceness = niceness;
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
        if (OperatingSystem.IsLinux()) _ = SetPriority(0, 0, _niceness);
        else Thread.CurrentThread.Priority = _niceness == MuchLater ? ThreadPriority.Lowest : ThreadPriority.BelowNormal;
        foreach (var work in _waiting.GetConsumingEnumerable()) work();
    }

    [DllImport("libc", EntryPoint = "setpriority"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int niceness);
}
