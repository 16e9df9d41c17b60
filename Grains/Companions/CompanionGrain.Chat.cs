using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>The history of the conversation with a companion.</summary>
internal sealed partial class CompanionGrain
{
    private Transcript? _transcript;

    public async Task<Outcome<MessagePage>> History(string ownerId, int page, int pageSize)
    {
        if (Owned(ownerId) is null) return Unknown;
        return await (await LoadTranscriptAsync()).PageAsync(page, pageSize);
    }

    public async Task<Outcome<MessagePage>> Latest(string ownerId, int skip, int limit)
    {
        if (Owned(ownerId) is null) return Unknown;
        return await (await LoadTranscriptAsync()).LatestAsync(skip, limit);
    }

    public async Task<Outcome<Done>> Clear(string ownerId)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        await SettleMissionsAsync();
        // The state first: from now on nobody sees a message, also if a crash comes before they are erased.
        await _companion.SaveAsync(companion with { ClearedThrough = transcript.LastSeq, Feelings = _feelings!, Known = null });
        try
        {
            await transcript.ClearAsync();
        }
        catch (StoreException)
        {
            Retire();
            throw;
        }

        TellChanged();
        return Done.Instance;
    }

    public async Task<Outcome<HistorySlice>> Recall(string ownerId, HistoryQuery query)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        return await _services.Tracking.RecallAsync(Id, transcript.LastSeq, query, Now, transcript.ClearedThrough);
    }

    public async Task<Outcome<Done>> MarkDelivered(string ownerId, long throughSeq)
    {
        if (Owned(ownerId) is null) return Unknown;
        await _services.Tracking.MarkDeliveredAsync(Id, throughSeq - HistoryQuery.MaxLimit + 1, throughSeq, Now);
        return Done.Instance;
    }

    public async Task<Outcome<Done>> MarkRead(string ownerId, string messageId)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        await _services.Tracking.MarkReadAsync(Id, transcript.LastSeq, messageId, Now);
        return Done.Instance;
    }

    private async ValueTask<Transcript> LoadTranscriptAsync()
    {
        if (_transcript is { } loaded) return loaded;
        var transcript = new Transcript(Id, _services.Log, _services.Ids);
        await transcript.LoadAsync(_companion.Value!.ClearedThrough);
        // Two interleaved calls may both load; the first to finish is kept, so that nobody holds an older one.
        return _transcript ??= transcript;
    }
}
