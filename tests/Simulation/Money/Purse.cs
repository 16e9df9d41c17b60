using Platform.Wallets;

namespace Platform.Simulation.Money;

/// <summary>
/// Somebody with a wallet, and what they were told of it. Whatever they begin they do until it is answered, under the same key, as clients and
/// job actors do.
/// </summary>
internal sealed class Purse(string id, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Queue<Errand> _waiting = [];
    private int _numbers;
    private int _lives;

    public string Id => id;

    /// <summary>Answered spends and captures: the key of each entry, and what was taken out.</summary>
    public Dictionary<string, long> Taken { get; } = [];

    /// <summary>What they want next.</summary>
    public void Want(DateTimeOffset now)
    {
        var key = FormattableString.Invariant($"errand-{++_numbers}");
        var amount = _random.Next(1, 40);
        _waiting.Enqueue(_random.Next(3) switch
        {
            0 => new Errand(key, Errand.Way.Spend, amount, now),
            1 => new Errand(key, Errand.Way.Release, amount, now),
            _ => new Errand(key, Errand.Way.Capture, amount, now),
        });
    }

    /// <summary>Does what waits. Where the silo dies, what was under way waits again.</summary>
    public async Task DoAsync(IGrainFactory grains)
    {
        var life = ++_lives;
        var wallet = grains.GetGrain<IWalletGrain>(id);
        while (_waiting.TryPeek(out var errand))
        {
            await DoAsync(wallet, errand);
            // An answer from a silo that is gone: whoever does this now will get the same.
            if (life != _lives) return;
            _waiting.Dequeue();
        }
    }

    private async Task DoAsync(IWalletGrain wallet, Errand errand)
    {
        if (errand.How == Errand.Way.Spend)
        {
            if ((await wallet.Spend(new Spending(errand.Key, errand.Amount, "An errand"))).Value is { } entry) Taken[entry.Key] = -entry.Amount;
            return;
        }

        var hold = await wallet.Hold(new NewHold(errand.Key, errand.Amount, "A job", errand.Since.AddDays(3)));
        if (hold.Value is null) return;
        if (errand.How == Errand.Way.Release)
        {
            await wallet.Release(errand.Key);
            return;
        }

        var kept = errand.Amount / 2;
        if ((await wallet.Capture(errand.Key, kept)).Value is { Captured: > 0 and var captured }) Taken[$"wallet:hold:{errand.Key}"] = captured;
    }

    private sealed record Errand(string Key, Errand.Way How, long Amount, DateTimeOffset Since)
    {
        public enum Way
        {
            Spend,
            Release,
            Capture,
        }
    }
}
