using Microsoft.Extensions.DependencyInjection;
using Platform.Generation;

namespace Platform.Testing;

/// <summary>
/// The builtin renderer, which holds whatever names <see cref="Word"/> until it is cancelled, so that a test finds a job that isn't done. It holds
/// so many at once; one more lets the oldest go on, because nobody may want that any more, and it would be in the way of others.
/// </summary>
public static class HeldRenderer
{
    /// <summary>In the <c>figmaFileId</c> of what MascotForge makes, and in the prompt of figures.</summary>
    public const string Word = "held-for-a-test";

    /// <summary>How many are held at once: fewer than the server draws at once.</summary>
    public const int Most = 6;

    public static void AddHeldRenderer(this IServiceCollection services, Drawing drawing = Drawing.Always) => services.AddSingleton<IRenderer>(provider =>
    {
        var builtin = ActivatorUtilities.CreateInstance<BuiltinRenderer>(provider);
        return new Holding(drawing == Drawing.Always ? builtin : new RememberingRenderer(builtin));
    });

    /// <summary>How often it draws.</summary>
    public enum Drawing
    {
        /// <summary>Whatever is ordered.</summary>
        Always,

        /// <summary>All get the same picture, but for their number and size.</summary>
        OnceForAll,
    }

    private sealed class Holding(IRenderer inner) : IRenderer
    {
        private readonly Queue<TaskCompletionSource> _held = [];

        public async Task<MascotArt> DrawMascotAsync(
            MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation)
        {
            await HoldAsync(order.FigmaFileId, cancellation);
            return await inner.DrawMascotAsync(order, brandColors, seed, progress, cancellation);
        }

        public async Task<AnimationArt> AnimateAsync(
            AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation)
        {
            await HoldAsync(order.FigmaFileId, cancellation);
            return await inner.AnimateAsync(order, mascot, videos, progress, cancellation);
        }

        public async Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation)
        {
            await HoldAsync(order.FigmaFileId, cancellation);
            return await inner.DrawLogosAsync(order, mascot, progress, cancellation);
        }

        public async Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation)
        {
            await HoldAsync(order.Prompt, cancellation);
            return await inner.DrawFiguresAsync(order, seed, progress, cancellation);
        }

        public Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
            string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation) =>
            inner.DrawAvatarsAsync(style, appearance, seed, cancellation);

        private Task HoldAsync(string? text, CancellationToken cancellation)
        {
            if (text?.Contains(Word, StringComparison.Ordinal) != true) return Task.CompletedTask;
            var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_held)
            {
                _held.Enqueue(held);
                if (_held.Count > Most) _held.Dequeue().SetResult();
            }

            return held.Task.WaitAsync(cancellation);
        }
    }
}
