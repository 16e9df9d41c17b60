using System.Text.Json;
using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>
/// Somebody whose Demi writes first as soon as the minute is over, and who then answers her. She writes once and waits for the answer, so two
/// check-ins with no message of the user's between them are one that came twice.
/// </summary>
internal sealed class Lonely : Actor
{
    private const string Base = "/demi/api/v1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Doors _doors;
    private readonly string _token;
    private readonly List<string> _said = [];
    private int _seen;

    private Lonely(Doors doors, string token) => (_doors, _token) = (doors, token);

    /// <summary>How often she has written first, as far as the user has seen.</summary>
    public int CheckIns => _seen;

    public static async Task<Lonely> CreateAsync(Doors doors)
    {
        var account = await doors.PostAsync(
            $"{Base}/auth/register", "", new { email = $"{Guid.NewGuid():N}@example.org", password = "a long password" });
        var lonely = new Lonely(doors, account.Text("access_token"));
        var always = new { threshold = 0.0005, message = "Are you there?" };
        var never = new { threshold = 1.0, message = "Look!" };
        await doors.PutAsync($"{Base}/autonomy/config", lonely._token, new
        {
            enabled = true,
            check_interval_minutes = 1,
            triggers = new { loneliness = always, excitement = never, frustration = never },
            guilt_trip = new { enabled = false, ignore_threshold_hours = 24 },
        });
        return lonely;
    }

    protected override async Task<bool> StepAsync(CancellationToken stopping)
    {
        var content = $"message {_said.Count}";
        await _doors.PostAsync($"{Base}/chat/send", _token, new { content });
        _said.Add(content);
        // Until she writes, which takes a minute at most where nothing burns.
        await Poll.UntilAsync(async () => stopping.IsCancellationRequested || await HasWrittenAsync(), Patience);
        return true;
    }

    public override async Task CheckAsync()
    {
        var history = (await _doors.GetAsync($"{Base}/chat/history?limit=500", _token)).Body.GetProperty("messages").EnumerateArray()
            .OrderBy(message => message.GetProperty("created_at").GetDateTimeOffset()).ToList();
        Assert.Equal(_said, history.Where(message => Sender(message) == "user").Select(Content));
        var checkIns = (await ReadCheckInsAsync()).Select(checkIn => checkIn.GetProperty("checkin_id").GetString()!).ToHashSet();
        Assert.True(checkIns.Count >= _seen, "A check-in that was seen is lost.");
        // After each message of the user's comes its reply, and then at most one that she writes by herself.
        var since = 0;
        foreach (var message in history)
        {
            if (Sender(message) == "user") since = 0;
            else if (checkIns.Contains(message.GetProperty("message_id").GetString()!)) Assert.True(++since == 1, $"A check-in came twice: {message}");
        }

        Assert.Equal(_said.Count, history.Count(message => Sender(message) != "user" && !checkIns.Contains(message.GetProperty("message_id").GetString()!)));
    }

    private async Task<bool> HasWrittenAsync()
    {
        var total = (await ReadCheckInsAsync()).Count;
        if (total <= _seen) return false;
        _seen = total;
        return true;
    }

    private async Task<IReadOnlyList<JsonElement>> ReadCheckInsAsync() =>
        [.. (await _doors.GetAsync($"{Base}/autonomy/checkins?limit=500", _token)).Body.GetProperty("checkins").EnumerateArray()];

    private static string Sender(JsonElement message) => message.GetProperty("sender").GetString()!;

    private static string Content(JsonElement message) => message.GetProperty("content").GetString()!;
}
