using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>Everybody who uses the server while it burns: writers, lonely ones and buyers.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int Conversations = 6;
    private const int WritersOfEach = 2;
    private const int LonelyOnes = 24;
    private const int Buyers = 4;

    /// <summary>Until the last of them is served again. A key whose process died is held for a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Actor> _actors;
    private readonly Door _door;
    private Task _running = Task.CompletedTask;

    private Load(List<Actor> actors, Doors doors, Door door) => (_actors, Doors, _door) = (actors, doors, door);

    public Doors Doors { get; }

    /// <summary>Of somebody who writes.</summary>
    public string Token => _actors.OfType<Writer>().First().Token;

    /// <summary>How many were acknowledged.</summary>
    public long Messages => _actors.OfType<Writer>().Sum(writer => writer.Done);

    public string Summary =>
        $"{Messages} messages, {_actors.OfType<Lonely>().Sum(lonely => lonely.CheckIns)} check-ins, "
        + $"{_actors.OfType<Buyer>().Sum(buyer => buyer.Done)} orders; {Doors.Failures.Count} tries failed: "
        + string.Join(", ", Doors.Failures.CountBy(failure => failure.Reason).Select(count => $"{count.Key} {count.Value}"));

    public static async Task<Load> CreateAsync(IReadOnlyList<Uri> addresses, string blobs)
    {
        var doors = new Doors { Addresses = addresses };
        var door = new Door { Address = addresses[0] };
        var actors = new List<Actor>();
        for (var i = 0; i < Conversations; i++) actors.AddRange(await Writer.CreateAsync(doors, WritersOfEach));
        for (var i = 0; i < LonelyOnes; i++) actors.Add(await Lonely.CreateAsync(doors));
        for (var i = 0; i < Buyers; i++) actors.Add(new Buyer(doors, door, await MascotOwner.SignUpAsync(door), blobs));
        return new(actors, doors, door);
    }

    public void Start() => _running = Task.WhenAll(_actors.Select(actor => Task.Run(() => actor.RunAsync(_stopping.Token))));

    /// <summary>Waits until each writer was served again, and once more.</summary>
    public async Task ServedAsync()
    {
        var goals = _actors.OfType<Writer>().Select(writer => (writer, writer.Done + 2)).ToList();
        await Poll.UntilAsync(() => Task.FromResult(_running.IsFaulted || goals.TrueForAll(goal => goal.writer.Done >= goal.Item2)), Patience);
        if (_running.IsFaulted) await _running;
    }

    /// <summary>Waits until the first companion has written by herself.</summary>
    public async Task CheckInsBeginAsync()
    {
        await Poll.UntilAsync(() => Task.FromResult(_running.IsFaulted || _actors.OfType<Lonely>().Any(lonely => lonely.CheckIns > 0)), Patience);
        if (_running.IsFaulted) await _running;
    }

    /// <summary>Lets everybody finish what has begun, and compares what they were told with what is there.</summary>
    public async Task StopAndCheckAsync()
    {
        // A fire in which no companion wrote first would prove little about check-ins.
        await Poll.UntilAsync(() => Task.FromResult(_running.IsFaulted || _actors.OfType<Lonely>().All(lonely => lonely.CheckIns > 0)), Patience);
        await _stopping.CancelAsync();
        await _running;
        foreach (var actor in _actors) await actor.CheckAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        // What it has to say was said, or the test has failed already.
        await Task.WhenAny(_running);
        Doors.Dispose();
        _door.Dispose();
        _stopping.Dispose();
    }
}
