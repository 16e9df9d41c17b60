namespace Platform.Generation;

/// <summary>
/// Who is next: paid plans before free ones, every owner as soon as every other of the same plan however much they have asked for, and nobody
/// for ever last. This is self-clocked fair queueing (S. J. Golestani, "A Self-Clocked Fair Queueing Scheme for Broadband Applications",
/// INFOCOM 1994): what comes in is tagged with the moment at which it would be done if its owner had their weight's share of the work for
/// themselves, counted from the tag of what was taken last, and the smallest tag goes first. Not for several threads.
/// </summary>
internal sealed class FairQueue<T> where T : class
{
    /// <summary>Each step of priority has so many times the share of the one below.</summary>
    private const double Ratio = 4;

    /// <summary>How many <see cref="CostBefore"/> looks at: it is asked for whenever somebody joins a queue of any length.</summary>
    private const int CountedOnes = 256;

    /// <summary>In order of tags; those in front come last, because taking the last costs nothing.</summary>
    private readonly List<Entry> _waiting = [];

    private readonly Dictionary<string, double> _lastTags = [];
    private double _now;
    private double _cost;
    private long _arrivals;

    public int Count => _waiting.Count;

    /// <param name="priority">0 and up: the plan's.</param>
    /// <param name="cost">How much work it is, in any unit.</param>
    /// <returns>A receipt for <see cref="PositionOf"/> and <see cref="Remove"/>.</returns>
    public Entry Add(T item, string owner, int priority, double cost)
    {
        var begin = Math.Max(_now, _lastTags.GetValueOrDefault(owner));
        var entry = new Entry(item, owner, begin + (cost / Math.Pow(Ratio, priority)), cost, _arrivals++);
        _lastTags[owner] = entry.Tag;
        _waiting.Insert(~Find(entry), entry);
        _cost += cost;
        return entry;
    }

    /// <summary>The next one; null: nobody waits.</summary>
    public T? Take()
    {
        if (_waiting.Count == 0) return null;
        var next = _waiting[^1];
        _waiting.RemoveAt(_waiting.Count - 1);
        _cost -= next.Cost;
        _now = next.Tag;
        // Who waits no more begins anew: what an owner has had does not count against them for ever.
        if (_lastTags.TryGetValue(next.Owner, out var last) && last <= _now) _lastTags.Remove(next.Owner);
        if (_waiting.Count == 0) _lastTags.Clear();
        return next.Item;
    }

    /// <summary>False: it waits no more.</summary>
    public bool Remove(Entry entry)
    {
        var at = Find(entry);
        if (at < 0) return false;
        _waiting.RemoveAt(at);
        _cost -= entry.Cost;
        return true;
    }

    /// <summary>How many go before it; null: it waits no more.</summary>
    public int? PositionOf(Entry entry) => Find(entry) is >= 0 and var at ? _waiting.Count - 1 - at : null;

    /// <summary>The work that goes before it: of the first ones exactly, of the crowd behind them by the mean of all.</summary>
    public double CostBefore(Entry entry)
    {
        if (PositionOf(entry) is not { } position) return 0;
        var cost = 0.0;
        for (var i = 0; i < Math.Min(position, CountedOnes); i++) cost += _waiting[^(i + 1)].Cost;
        return cost + (Math.Max(0, position - CountedOnes) * (_cost / _waiting.Count));
    }

    private int Find(Entry entry) => _waiting.BinarySearch(entry, Entry.LatestFirst);

    public sealed record Entry(T Item, string Owner, double Tag, double Cost, long Arrival)
    {
        public static IComparer<Entry> LatestFirst { get; } = Comparer<Entry>.Create(
            (a, b) => a.Tag != b.Tag ? b.Tag.CompareTo(a.Tag) : b.Arrival.CompareTo(a.Arrival));
    }
}
