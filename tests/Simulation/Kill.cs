using Platform.Companions.Replies;
using Platform.Simulation.Silo;

namespace Platform.Simulation;

/// <summary>What the silo is doing when it is killed.</summary>
internal enum KillMoment
{
    Nothing,
    Sends,
    Ticks,
}

/// <summary>The silo dies at the first such moment from <paramref name="From"/> on, and is back after <paramref name="Downtime"/>.</summary>
internal sealed record Kill(int Number, DateTimeOffset From, KillMoment Moment, TimeSpan Downtime, ulong Seed)
{
    /// <summary>Of differing length, and of odd seconds: nothing else happens at the moment at which the silo is back.</summary>
    private static readonly TimeSpan[] Downtimes = [new(0, 0, 2), new(0, 7, 3), new(0, 41, 5), new(2, 13, 7)];

    /// <summary>So many, at random moments that the seed tells, the first day and the last hours left out.</summary>
    public static Queue<Kill> Plan(int count, int days, ulong seed, DateTimeOffset start)
    {
        var dice = new Dice(seed ^ 0x5EED_0F_D1E5);
        var minutes = Enumerable.Range(0, count).Select(_ => 300 + dice.Below(days * 24 * 60 - 600)).Order().ToList();
        return new(minutes.Select((minute, number) => new Kill(
            number + 1,
            start.AddMinutes(minute).AddSeconds(47),
            (KillMoment)(number % 3),
            Downtimes[dice.Below(Downtimes.Length)],
            dice.Next())));
    }

    /// <summary>At which stage the call of a companion is stopped.</summary>
    public Stage StageOf(string companion, bool isTick)
    {
        if (isTick != (Moment == KillMoment.Ticks)) return Stage.Answered;
        var dice = new Dice(companion.Aggregate(Seed, (hash, one) => (hash ^ one) * 1099511628211UL));
        return (Stage)dice.Below(4);
    }
}
