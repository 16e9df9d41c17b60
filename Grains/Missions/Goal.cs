using System.Globalization;

namespace Platform.Missions;

/// <summary>What was counted of a goal so far.</summary>
/// <param name="Count">The goal is reached when this reaches its target.</param>
/// <param name="Marks">What must not count twice; never more than a few.</param>
[GenerateSerializer, Immutable, Alias("platform.Tally")]
internal sealed record Tally([property: Id(0)] long Count, [property: Id(1)] IReadOnlyList<string> Marks)
{
    public static readonly Tally Empty = new(0, []);
}

/// <summary>What must be done, and how often. Pure: the same deeds give the same tally.</summary>
internal abstract record Goal(int Target)
{
    /// <summary>The tally with this deed; the very same one if it doesn't count.</summary>
    public abstract Tally Add(Tally tally, Deed deed);

    /// <summary>How far it is at a moment.</summary>
    public virtual long Progress(Tally tally, DateTimeOffset now) => tally.Count;
}

/// <summary>Something so many times.</summary>
internal sealed record Times(int Target, Func<Deed, bool> Counts) : Goal(Target)
{
    public override Tally Add(Tally tally, Deed deed) => Counts(deed) ? tally with { Count = tally.Count + 1 } : tally;
}

/// <summary>So many different ones of something.</summary>
/// <param name="Mark">What tells one from another; null: it doesn't count.</param>
internal sealed record Different(int Target, Func<Deed, string?> Mark) : Goal(Target)
{
    public override Tally Add(Tally tally, Deed deed) =>
        Mark(deed) is { } mark && !tally.Marks.Contains(mark) ? new(tally.Count + 1, [.. tally.Marks, mark]) : tally;
}

/// <summary>A value that must have been reached, however it came about.</summary>
internal sealed record Level(int Target, Func<Deed, long?> Value) : Goal(Target)
{
    public override Tally Add(Tally tally, Deed deed) => Value(deed) is { } value && value > tally.Count ? tally with { Count = value } : tally;
}

/// <summary>Something on so many days in a row, in UTC. A day that is missed begins it anew.</summary>
internal sealed record DaysInRow(int Target, Func<Deed, bool> Counts) : Goal(Target)
{
    public override Tally Add(Tally tally, Deed deed)
    {
        if (!Counts(deed)) return tally;
        var day = Day(deed.At);
        var days = tally.Marks.Select(Number).ToHashSet();
        if (!days.Add(day)) return tally;
        // A set, not a counter: companions are asked one after the other, so at midnight a deed of yesterday may come after one of today.
        var run = RunThrough(days, days.Max());
        return new(Math.Max(tally.Count, run), [.. days.Where(other => other >= days.Max() - Target).Order().Select(Text)]);
    }

    /// <summary>The days up to today, or up to yesterday: today is not over.</summary>
    public override long Progress(Tally tally, DateTimeOffset now)
    {
        if (tally.Count >= Target) return tally.Count;
        var days = tally.Marks.Select(Number).ToHashSet();
        var today = Day(now);
        return RunThrough(days, days.Contains(today) ? today : today - 1);
    }

    private static int RunThrough(HashSet<int> days, int last)
    {
        var run = 0;
        while (days.Contains(last - run)) run++;
        return run;
    }

    private static int Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime).DayNumber;

    private static string Text(int day) => day.ToString(CultureInfo.InvariantCulture);

    private static int Number(string day) => int.Parse(day, CultureInfo.InvariantCulture);
}
