using System.Collections.Concurrent;
using Platform.Generation;

namespace Platform.Testing;

/// <summary>
/// Draws one picture of each kind and size, and answers with the same whatever is ordered: for tests that order hundreds and never look at one.
/// </summary>
internal sealed class RememberingRenderer(IRenderer inner) : IRenderer
{
    private readonly ConcurrentDictionary<string, Task> _drawn = new();

    public Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync("mascot", () => inner.DrawMascotAsync(order, brandColors, seed, progress, CancellationToken.None));

    public Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync($"animation {order.Resolution}", () => inner.AnimateAsync(order, mascot, videos, progress, CancellationToken.None));

    public Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync("logos", () => inner.DrawLogosAsync(order, mascot, progress, CancellationToken.None));

    public Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync($"figures {order.Count} {order.Format}", () => inner.DrawFiguresAsync(order, seed, progress, CancellationToken.None));

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation) =>
        OnceAsync("avatars", () => inner.DrawAvatarsAsync(style, appearance, seed, CancellationToken.None));

    private Task<T> OnceAsync<T>(string kind, Func<Task<T>> draw) => (Task<T>)_drawn.GetOrAdd(kind, _ => Task.Run(draw));
}
