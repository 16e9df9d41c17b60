namespace Platform.Companions;

/// <summary>Looking after a companion.</summary>
internal sealed partial class CompanionGrain : ICompanionCareGrain
{
    public async Task<Outcome<CareResult>> Care(string ownerId, CareAction action, string id)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var given = companion.Care ?? [];
        var last = given.FirstOrDefault(care => care.Action == action);
        if (last?.LastId == id) return new CareResult(last, await ViewAsync(companion));
        var now = Now;
        if (last?.Until > now)
            return new Refusal(RefusalKind.CoolingDown, $"Too soon for this again. Try again after {last.Until:yyyy-MM-ddTHH:mm:ssZ}", Until: last.Until);

        var rule = Companions.Care.Of(action);
        var care = new CareGiven(action, (last?.Count ?? 0) + 1, id, now, now + rule.Cooldown);
        var next = await GainAsync(companion with { Care = [.. given.Where(other => other.Action != action), care] }, rule.Effect, now);
        return new CareResult(care, await ViewAsync(next));
    }

    public Task<Outcome<CareTaken>> CareTaken(string ownerId) =>
        Task.FromResult<Outcome<CareTaken>>(Owned(ownerId) is { } companion ? new CareTaken(companion.Care ?? []) : Unknown);

    /// <summary>One write: what she has gained, and that it was given.</summary>
    private async Task<CompanionState> GainAsync(CompanionState state, Stats gain, DateTimeOffset now)
    {
        var felt = _feelings!.Gain(gain, now);
        var next = state with { Feelings = felt };
        await _companion.SaveAsync(next);
        _feelings = felt;
        return next;
    }
}
