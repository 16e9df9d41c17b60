using Platform.LoadTest.Driving;
using Platform.LoadTest.Http;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Companions;

/// <summary>Brings companions to life: each has an account of its own, is created, and has been spoken to.</summary>
internal sealed class Population(LoadSettings settings, Uri server, HttpClient http, Measurements measurements, RunClock clock) : IAsyncDisposable
{
    public const string Password = "Correct horse 42";

    /// <summary>How often a companion is tried again, as somebody new, when a connection fails: nobody knows what has been done by then.</summary>
    private const int Tries = 5;

    /// <summary>Accounts of different runs on one server must not meet.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    // A limit of one product says nothing about another.
    private readonly PatientClient _neuroTamagotchi = new(http, TimeProvider.System);
    private readonly PatientClient _demi = new(http, TimeProvider.System);
    private readonly PatientClient _byteForge = new(http, TimeProvider.System);
    private readonly RestClient _rest = new(http, measurements, clock, settings.Timeout);

    private Companion[] _companions = [];
    private int _alive;
    private int _open;

    public int Alive => Volatile.Read(ref _alive);

    public int OpenSockets => Volatile.Read(ref _open);

    /// <summary>How long the server has asked to wait, where it has.</summary>
    public TimeSpan Pause => new[] { _neuroTamagotchi, _demi, _byteForge }.Max(client => client.Pause);

    /// <exception cref="LoadException">A companion can't be brought to life.</exception>
    public async Task<IReadOnlyList<Companion>> CreateAsync(CancellationToken cancellation)
    {
        var (neuroTamagotchi, demi, _) = settings.Mix.Divide(settings.Companions);
        _companions = new Companion[settings.Companions];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, settings.Companions, parallel, async (number, stop) =>
        {
            _companions[number] = await TryAsync(number, name =>
                number < neuroTamagotchi ? NeuroTamagotchiCompanion.CreateAsync(name, _neuroTamagotchi, _rest, stop)
                : number < neuroTamagotchi + demi ? DemiAsync(name, stop)
                : ByteForgeConversation.CreateAsync(name, _byteForge, _rest, stop));
            Interlocked.Increment(ref _alive);
        });
        return _companions;
    }

    /// <exception cref="LoadException">One doesn't open.</exception>
    public async Task OpenSocketsAsync(HttpMessageInvoker invoker, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(_companions.OfType<DemiCompanion>().Take(settings.Sockets), parallel, async (demi, stop) =>
        {
            await demi.OpenSocketAsync(server, invoker, measurements, clock, settings.Timeout, stop);
            Interlocked.Increment(ref _open);
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var demi in _companions.OfType<DemiCompanion>()) await demi.DisposeAsync();
    }

    private static bool IsLost(Exception error) =>
        error is HttpRequestException or TaskCanceledException { InnerException: TimeoutException };

    private async Task<Companion> DemiAsync(string name, CancellationToken stop) =>
        await DemiCompanion.CreateAsync(name, _demi, _rest, TimeProvider.System, stop);

    private async Task<Companion> TryAsync(int number, Func<string, Task<Companion>> create)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await create($"l{_run}-{number}-{attempt}");
            }
            catch (Exception error) when (IsLost(error) && attempt == Tries)
            {
                throw new LoadException($"Companion {number} can't be brought to life: {ErrorKind.Of(error)}.");
            }
            catch (Exception error) when (IsLost(error))
            {
                // Again, as somebody else.
            }
            catch (Exception error) when (ErrorKind.IsStrangeAnswer(error))
            {
                throw new LoadException($"Companion {number} can't be brought to life: an answer is not what the contract says.");
            }
        }
    }
}
