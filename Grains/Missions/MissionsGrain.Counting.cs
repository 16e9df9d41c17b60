using Platform.Companions;

namespace Platform.Missions;

/// <summary>Counting. What a companion keeps is the truth; here is kept how much of it has been counted, in the same write as the count.</summary>
internal sealed partial class MissionsGrain
{
    public async Task Settle(string companionId)
    {
        if (_missions.Value is not { HasOpen: true } state) return;
        await SaveAsync(state, await CountAsync(state, [companionId]));
    }

    /// <summary>Counts all that has happened, if anything waits for it.</summary>
    private async Task<MissionsState> CatchUpAsync()
    {
        var state = State;
        if (!state.HasOpen) return state;
        return await SaveAsync(state, await CountAsync(state, await index.OfOwnerAsync(Id)));
    }

    private async Task<MissionsState> CountAsync(MissionsState state, IReadOnlyList<string> companions)
    {
        var counted = new Dictionary<string, Counted>(state.Counted);
        var deeds = new List<Deed>();
        foreach (var id in companions)
        {
            // Gone meanwhile: what there was to count was counted before.
            if (await NewDeedsAsync(id, counted.GetValueOrDefault(id), deeds) is { } now) counted[id] = now;
        }

        var missions = state.Missions;
        foreach (var deed in deeds.OrderBy(deed => deed.At)) missions = [.. missions.Select(mission => mission.Count(deed))];
        var isSame = missions.SequenceEqual(state.Missions)
            && counted.Count == state.Counted.Count
            && counted.All(one => state.Counted.TryGetValue(one.Key, out var before) && before.IsSame(one.Value));
        return isSame ? state : state with { Missions = missions, Counted = counted };
    }

    /// <summary>Adds what has happened with a companion since, and tells up to where that is.</summary>
    private async Task<Counted?> NewDeedsAsync(string companionId, Counted? before, List<Deed> deeds)
    {
        var companion = grains.GetGrain<ICompanionDeedsGrain>(companionId);
        var from = before ?? Counted.Nothing;
        for (var seq = from.Seq; ;)
        {
            if ((await companion.Since(Id, seq)).Value is not { } news) return null;
            deeds.AddRange(news.Heard.Select(message => new Heard(companionId, message.At, message.Intent, message.ByName)));
            deeds.Add(new Bonded(companionId, Now, news.Bond));
            seq = news.LastSeq;
            if (news.HasMore) continue;

            if (before is null) deeds.Add(new Made(companionId, news.CreatedAt));
            foreach (var care in news.Care)
            {
                for (var count = from.Care.GetValueOrDefault(care.Action); count < care.Count; count++)
                    deeds.Add(new Cared(companionId, care.LastAt, care.Action));
            }

            return Counted.All(news);
        }
    }

    /// <summary>As if all that has happened so far were counted: nothing of it counts for what is started now.</summary>
    private async Task<MissionsState> SkipAsync(MissionsState state)
    {
        var counted = new Dictionary<string, Counted>();
        foreach (var id in await index.OfOwnerAsync(Id))
        {
            if ((await grains.GetGrain<ICompanionDeedsGrain>(id).Since(Id, long.MaxValue)).Value is { } deeds) counted[id] = Counted.All(deeds);
        }

        return state with { Counted = counted };
    }
}
