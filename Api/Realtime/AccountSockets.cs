using System.Runtime.InteropServices;

namespace Platform.Api.Realtime;

/// <summary>How many sockets each account has open in this process: one alone must not take all that there may be.</summary>
internal sealed class AccountSockets
{
    /// <summary>More than somebody needs for all devices and tabs.</summary>
    public const int Most = 20;

    public const string Refusal = "Too many connections of this account.";

    private readonly Dictionary<string, int> _open = [];

    /// <summary>Counts one more until it is disposed; null: there are as many as there may be.</summary>
    public IDisposable? TryOpen(string accountId)
    {
        lock (_open)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_open, accountId, out _);
            if (count >= Most) return null;
            count++;
            return new Counted(this, accountId);
        }
    }

    private void Close(string accountId)
    {
        lock (_open)
        {
            if (--CollectionsMarshal.GetValueRefOrNullRef(_open, accountId) == 0) _open.Remove(accountId);
        }
    }

    private sealed class Counted(AccountSockets sockets, string accountId) : IDisposable
    {
        public void Dispose() => sockets.Close(accountId);
    }
}
