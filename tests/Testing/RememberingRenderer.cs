using System.Collections.Concurrent;
using System.Text.Json;
using Platform.Generation;

namespace Platform.Testing;

/// <summary>
/// Draws each order once, and answers with the same whenever it comes again, whatever its seed: for tests that order the same hundreds of
/// times and never look at the picture.
/// </summary>
/// <param name="isOneForAll">Whether all orders for as many pictures of one kind and size are the same.</param>
internal sealed class RememberingRenderer(IRenderer inner, bool isOneForAll) : IRenderer
{
    private readonly ConcurrentDictionary<string, Task> _drawn = new();

    public Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync("mascot", $"{order.Prompt} {order.Style}", () => inner.DrawMascotAsync(order, brandColors, seed, progress, CancellationToken.None));

    public Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation) => OnceAsync(
        $"animation {order.Resolution}",
        $"{mascot.Character} {order.Action}",
        () => inner.AnimateAsync(order, mascot, videos, progress, CancellationToken.None));

    public Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync(
            "logos",
            $"{mascot.Character} {string.Join(' ', order.BrandColors)}",
            () => inner.DrawLogosAsync(order, mascot, progress, CancellationToken.None));

    public Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation) =>
        OnceAsync(
            $"figures {order.Count} {order.Format}",
            JsonSerializer.Serialize(order),
            () => inner.DrawFiguresAsync(order, seed, progress, CancellationToken.None));

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation) => OnceAsync(
        "avatars",
        $"{style} {JsonSerializer.Serialize(appearance)}",
        () => inner.DrawAvatarsAsync(style, appearance, seed, CancellationToken.None));

    private Task<T> OnceAsync<T>(string kind, string order, Func<Task<T>> draw) =>
        (Task<T>)_drawn.GetOrAdd(isOneForAll ? kind : $"{kind} {order}", _ => Task.Run(draw));
}
