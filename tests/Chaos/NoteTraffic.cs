using System.Collections.Concurrent;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>
/// Many who each write notes over and over, through whichever silo there is, and read each back through another one. What is refused is
/// sent again until it is acknowledged.
/// </summary>
internal sealed class NoteTraffic(SiloOfVersion[] silos)
{
    private const int Writers = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The last text of each note that was acknowledged.</summary>
    private readonly ConcurrentDictionary<string, string> _acknowledged = [];

    private volatile SiloOfVersion[] _silos = silos;
    private Task _running = Task.CompletedTask;
    private int _next;
    private long _written;
    private long _refused;

    public IReadOnlyList<SiloOfVersion> Silos
    {
        get => _silos;
        set => _silos = [.. value];
    }

    public long Written => Interlocked.Read(ref _written);

    public long Refused => Interlocked.Read(ref _refused);

    public Task RunAsync(CancellationToken stopping) =>
        _running = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync($"note-{writer}", stopping), CancellationToken.None)));

    /// <summary>Waits until each may have written twice more.</summary>
    public async Task GoesOnAsync()
    {
        var goal = Written + (2 * Writers);
        await Poll.UntilAsync(() => Task.FromResult(Written >= goal || _running.IsCompleted), Patience);
        if (_running.IsCompleted) await _running;
    }

    /// <summary>Every note is as it was last acknowledged, for a caller on this silo.</summary>
    public async Task CheckAsync(SiloOfVersion silo)
    {
        Assert.Equal(Writers, _acknowledged.Count);
        foreach (var (key, text) in _acknowledged) Assert.Equal(text, TextOf(await silo.DoAsync("read", key)));
    }

    private async Task WriteAsync(string key, CancellationToken stopping)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            var text = $"text-{number}";
            Assert.Equal(text, TextOf(await AskAsync("write", key, text)));
            _acknowledged[key] = text;
            Assert.Equal(text, TextOf(await AskAsync("read", key)));
            Interlocked.Increment(ref _written);
        }
    }

    private async Task<string> AskAsync(params string[] words)
    {
        var answer = "";
        await Poll.UntilAsync(async () =>
        {
            var all = _silos;
            answer = await all[(uint)Interlocked.Increment(ref _next) % all.Length].DoAsync(words);
            if (!answer.StartsWith(SiloOfVersion.Failed, StringComparison.Ordinal)) return true;
            Interlocked.Increment(ref _refused);
            return false;
        }, Patience);
        return answer;
    }

    /// <summary>A newer caller also sees how often a note was appended to.</summary>
    private static string TextOf(string answer) => answer.Split(' ')[0];
}
