using Platform.Conversations;
using Platform.Missions;

namespace Platform.Companions;

/// <summary>What the missions of her owner read off a companion. Her log is the truth, so they never have to be told.</summary>
internal sealed partial class CompanionGrain : ICompanionDeedsGrain
{
    private const int MessagesAtOnce = 500;

    public async Task<Outcome<Deeds>> Since(string ownerId, long seq)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        var last = transcript.LastSeq;
        seq = Math.Min(seq, last);
        var until = Math.Min(last, seq + MessagesAtOnce);
        var rows = await _services.Log.RangeAsync(Id, seq + 1, until);
        var name = companion.Persona.Name;
        return new Deeds(
            companion.CreatedAt,
            [.. rows.Select(row => row.Message).Where(IsHeard).Select(message => Heard(message, name))],
            until,
            until < last,
            rows.Max(row => Feelings.FromJson(row.Feelings)?.Bond) is { } bond && bond > _feelings!.Bond ? bond : _feelings!.Bond,
            companion.Care ?? []);
    }

    public async Task<Outcome<Done>> Reward(string ownerId, string missionId, string userMissionId, Stats reward)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var rewards = companion.Rewards ?? new Dictionary<string, string>();
        // The ids of one mission rise with time, and the next one starts when the last was claimed: an earlier one comes too late.
        if (rewards.TryGetValue(missionId, out var last) && string.CompareOrdinal(last, userMissionId) >= 0) return Done.Instance;
        var next = companion with { Rewards = new Dictionary<string, string>(rewards) { [missionId] = userMissionId } };
        await GainAsync(next, reward, Now);
        return Done.Instance;
    }

    /// <summary>What is about to be forgotten is counted first. Missions may ask back meanwhile: <see cref="Since"/> interleaves.</summary>
    private Task SettleMissionsAsync() =>
        GrainFactory.GetGrain<IMissionStepsGrain>(_companion.Value!.OwnerId).Settle(Id);

    private static bool IsHeard(Message message) => message is { Role: MessageRole.User, Content.Length: > 0 };

    private static HeardMessage Heard(Message message, string name) => new(
        message.CreatedAt, Appraiser.Read(message.Content).Intent, message.Content.Contains(name, StringComparison.OrdinalIgnoreCase));
}
