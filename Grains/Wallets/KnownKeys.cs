namespace Platform.Wallets;

/// <summary>
/// What is known of keys without a look into the store: those that were used lately, and those that were looked up for the operations at
/// hand. Nothing is right because of it: a key that was used, and isn't known here, is refused by the store's index, and then looked up.
/// </summary>
internal sealed class KnownKeys<T> where T : class
{
    /// <summary>A request that is sent again comes soon after the first, as a rule.</summary>
    private const int MaxRecent = 64;

    private readonly Dictionary<string, T> _recent = [];
    private readonly Queue<string> _inOrder = [];
    private readonly HashSet<string> _absent = [];

    /// <summary>What was made under this key; null: nothing, or nobody knows.</summary>
    public T? Find(string key) => _recent.GetValueOrDefault(key);

    /// <summary>Whether the store was asked for this key, and had nothing.</summary>
    public bool IsAbsent(string key) => _absent.Contains(key);

    public void Add(string key, T made)
    {
        if (!_recent.TryAdd(key, made))
        {
            _recent[key] = made;
            return;
        }

        _inOrder.Enqueue(key);
    }

    public void AddAbsent(string key) => _absent.Add(key);

    /// <summary>Somebody else may have used them by now.</summary>
    public void ForgetAbsent() => _absent.Clear();

    /// <summary>The operations at hand are done: what was used long ago may go.</summary>
    public void Trim()
    {
        ForgetAbsent();
        while (_inOrder.Count > MaxRecent) _recent.Remove(_inOrder.Dequeue());
    }

    public void Clear()
    {
        _absent.Clear();
        _recent.Clear();
        _inOrder.Clear();
    }
}
