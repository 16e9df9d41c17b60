using Microsoft.Extensions.Options;

namespace Platform.Generation;

/// <summary>The threads that draw: as many as jobs are drawn at once, and all of them give way to whoever waits for an answer.</summary>
internal sealed class RenderThreads(IOptions<GenerationOptions> options) : IDisposable
{
    private readonly BackgroundThreads _threads = new("drawing", options.Value.Concurrency, BackgroundThreads.MuchLater);

    public Task<T> RunAsync<T>(Func<T> draw, CancellationToken cancellation) => _threads.RunAsync(() =>
    {
        cancellation.ThrowIfCancellationRequested();
        return draw();
    });

    public void Dispose() => _threads.Dispose();
}
