using System.Collections.Concurrent;
using System.Text;
using Platform.Generation;

namespace Platform.Tests.Generation;

/// <summary>A renderer that does what a test says, by the prompt of a mascot or of figures; what it draws is a few bytes of its own.</summary>
internal sealed class ScriptedRenderer : IRenderer
{
    private readonly ConcurrentDictionary<string, Func<int, CancellationToken, Task>> _scripts = [];
    private readonly ConcurrentDictionary<string, int> _tries = [];

    /// <summary>How many of the figures that are asked for it draws.</summary>
    public int MostFigures { get; set; } = int.MaxValue;

    /// <summary>What happens before something with this prompt is drawn; it is told how often it was tried before.</summary>
    public void On(string prompt, Func<int, CancellationToken, Task> script) => _scripts[prompt] = script;

    /// <summary>How often it was begun.</summary>
    public int TriesOf(string prompt) => _tries.GetValueOrDefault(prompt);

    async Task<MascotArt> IRenderer.DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        await PlayAsync(order.Prompt, progress, cancellation);
        return new(File($"body {seed}"), File($"avatar {seed}"), File($"icon {seed}"), $"character {seed}");
    }

    async Task<AnimationArt> IRenderer.AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation)
    {
        await PlayAsync(order.Action, progress, cancellation);
        return new(File($"{order.Action} of {mascot.Character}"), File($"{order.Action}"), Webm: null, Mov: null, 36, 1500, 6);
    }

    async Task<LogoPackArt> IRenderer.DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation)
    {
        await PlayAsync("logos", progress, cancellation);
        return new([new("favicon-16", 16, 16, File($"logo of {mascot.Character}"))], File("zip"));
    }

    async Task<FiguresArt> IRenderer.DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        await PlayAsync(order.Prompt, progress, cancellation);
        var figures = Enumerable.Range(0, Math.Min(MostFigures, order.Count))
            .Select(i => new FigureArt(File($"figure {seed + i}"), File($"small {seed + i}"), 768, 1024, seed + i));
        return new([.. figures], [.. order.Filters.Select(filter => FigureTags.Of(filter.Key, filter.Value))]);
    }

    Task<IReadOnlyList<ReadOnlyMemory<byte>>> IRenderer.DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. Enumerable.Range(0, 4).Select(i => File($"{style} {i}").Content)]);

    private async Task PlayAsync(string prompt, IProgress<double> progress, CancellationToken cancellation)
    {
        var tries = _tries.AddOrUpdate(prompt, 1, (_, before) => before + 1) - 1;
        progress.Report(0.4);
        if (_scripts.TryGetValue(prompt, out var script)) await script(tries, cancellation);
        progress.Report(0.9);
    }

    private static RenderedFile File(string content) => new("png", Encoding.UTF8.GetBytes(content));
}
