using System.Globalization;
using System.IO.Compression;
using Platform.Drawing.Animations;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Benchmarks.Generation;

/// <summary>
/// What the builtin renderer costs a core: the three pictures of a mascot in each style, an animation without films, and a logo pack. In CPU
/// time of the thread that draws, and as a multiple of a yardstick that is measured beside it.
/// </summary>
internal static class Renders
{
    private const int Resolution = 360;
    private const int WarmUp = 2;
    private const int Rounds = 5;

    private static readonly string[] Prompts = ["a blue cat with a red scarf", "a brave knight", "a sleepy panda with a balloon", "a green dragon"];

    private static readonly Rgba[] Brand = [new(0x1D, 0x35, 0x57), new(0xE6, 0x39, 0x46)];

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        var styles = Enum.GetValues<MascotStyle>();
        yield return await MeasureAsync(
            "three pictures of a mascot", 400, [.. styles.Select(style => ($"{style}", Each(style, design => MascotPictures.Draw(design))))]);
        yield return await MeasureAsync(
            $"an animation of {MascotAnimations.FrameCountFor(Resolution)} frames at {Resolution} px",
            1_500,
            [.. styles.Select(style => ($"{style}", EachAction(style)))]);
        yield return await MeasureAsync(
            "a logo pack", 2_000, [.. styles.Select(style => ($"{style}", Each(style, design => LogoPack.Draw(design, Brand))))]);
    }

    /// <summary>Draws something of a different prompt each time.</summary>
    private static Action<int> Each(MascotStyle style, Action<MascotDesign> draw) => i => draw(Design(style, i));

    /// <summary>Each time a different action.</summary>
    private static Action<int> EachAction(MascotStyle style)
    {
        var actions = Enum.GetValues<MascotAction>();
        return i => MascotAnimations.Draw(Design(style, i), actions[i % actions.Length], Resolution);
    }

    private static MascotDesign Design(MascotStyle style, int i) => MascotDesigner.Design(Prompts[i % Prompts.Length], style, i, Brand);

    /// <summary>The slowest of several ways counts.</summary>
    private static async Task<Figure> MeasureAsync(string name, double target, IReadOnlyList<(string Name, Action<int> Draw)> ways)
    {
        var times = ways.Select(_ => new List<double>()).ToList();
        var yardsticks = new List<double>();
        // On one thread of its own, which nothing else is asked of.
        await Task.Factory.StartNew(() =>
        {
            for (var round = -WarmUp; round < Rounds; round++)
            {
                var yardstick = ThreadTime.Of(Yardstick.Run);
                if (round >= 0) yardsticks.Add(yardstick);
                for (var way = 0; way < ways.Count; way++)
                {
                    var time = ThreadTime.Of(() => ways[way].Draw(round + WarmUp));
                    if (round >= 0) times[way].Add(time);
                }
            }
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var medians = times.Select(Figure.Median).ToList();
        foreach (var (way, median) in ways.Zip(medians)) Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{way.Name,-10} {median,6:F0} ms"));
        var (slowest, multiple) = (medians.Max(), medians.Max() / Figure.Median(yardsticks));
        return new Figure(
            $"generation: {name}",
            string.Create(CultureInfo.InvariantCulture, $"{slowest:F0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"< {target:N0} ms"),
            slowest < target,
            string.Create(
                CultureInfo.InvariantCulture,
                $"of CPU, in the slowest of {ways.Count} styles, {ways[medians.IndexOf(slowest)].Name} (quickest {medians.Min():F0} ms); median of {Rounds}; {multiple:F1} times what it costs to compress {Yardstick.Megabytes} MB here"));
    }

    /// <summary>Work of a known library that is always the same, to compare machines by.</summary>
    private static class Yardstick
    {
        public const int Megabytes = 4;

        private static readonly byte[] Bytes = Make();

        public static void Run()
        {
            using var zlib = new ZLibStream(Stream.Null, CompressionLevel.Optimal);
            zlib.Write(Bytes);
        }

        /// <summary>Neither noise nor nothing, as pictures are.</summary>
        private static byte[] Make()
        {
            var random = new Random(1);
            var bytes = new byte[Megabytes << 20];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)((i >> 8) + random.Next(8));
            return bytes;
        }
    }
}
