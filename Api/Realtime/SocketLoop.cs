using System.Threading.Channels;
using Platform.Api.Security;

namespace Platform.Api.Realtime;

/// <summary>What goes on beside each other on a socket, each again and again until it closes.</summary>
/// <param name="closing">Cancelled when it closes.</param>
internal sealed partial class SocketLoop(TimeProvider clock, ILogger logger, CancellationToken closing)
{
    /// <summary>How long to wait with the next try where a silo is not there.</summary>
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Does it again and again. What fails because a silo went away succeeds on another.</summary>
    public async Task RepeatAsync(Func<Task> step)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await step().WaitAsync(closing);
            }
            catch (Exception error) when (error is OperationCanceledException or ChannelClosedException)
            {
                return;
            }
            catch (Exception error)
            {
                LogFailed(error);
                if (!await WaitAsync(RetryDelay)) return;
            }
        }
    }

    /// <summary>Does something when the session ends that has opened the socket.</summary>
    public Task WatchAsync(Caller caller, IGrainFactory grains, Action ended) => RepeatAsync(async () =>
    {
        if (await caller.User(grains).WhenEnded(caller.SessionId)) ended();
    });

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, clock, closing);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A socket's call failed; it is tried again, or its client was told")]
    private partial void LogFailed(Exception error);
}
