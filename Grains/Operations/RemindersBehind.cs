using Platform.Companions.Autonomy;
using Platform.Storage;

namespace Platform.Operations;

/// <summary>How many check-ins are behind their time. Who looks does so every two seconds; they are counted every ten.</summary>
internal sealed class RemindersBehind(CheckInReminders reminders, TimeProvider clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    /// <summary>A reminder comes within seconds of its time, or is made good for in another minute.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private ReminderBacklog _last = new(0, 0);
    private DateTimeOffset _countedAt = DateTimeOffset.MinValue;

    public async Task<ReminderBacklog> CountAsync()
    {
        var now = clock.GetUtcNow();
        if (now - _countedAt < Age) return _last;
        _countedAt = now;
        try
        {
            var (count, oldest) = await reminders.OverdueAsync(now - Tolerance);
            _last = new(count, oldest is { } at ? (now - at).TotalSeconds : 0);
        }
        catch (StoreException)
        {
            // The page shows what is wrong better than an error would.
        }

        return _last;
    }
}
