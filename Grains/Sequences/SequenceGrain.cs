namespace Platform.Sequences;

/// <summary>A sequence of numbers; the key is its name. Gives out blocks, so that it is asked once for many numbers (hi-lo).</summary>
[Alias("platform.ISequenceGrain")]
internal interface ISequenceGrain : IGrainWithStringKey
{
    /// <summary>Reserves <paramref name="count"/> numbers for the caller alone, and returns the first. The very first is 1.</summary>
    [Alias("Reserve")]
    Task<long> Reserve(int count);
}

[GenerateSerializer, Alias("platform.SequenceState")]
internal sealed record SequenceState
{
    /// <summary>The highest number that was given out.</summary>
    [Id(0)] public long Last { get; init; }
}

[GrainType("sequence")]
internal sealed class SequenceGrain([PersistentState("sequence")] IPersistentState<SequenceState> storage) : Grain, ISequenceGrain
{
    private readonly Durable<SequenceState> _sequence = new(storage);

    public async Task<long> Reserve(int count)
    {
        var last = _sequence.Value?.Last ?? 0;
        // Saved before it is given out: after a crash numbers are skipped, never given twice.
        await _sequence.SaveAsync(new SequenceState { Last = last + count });
        return last + 1;
    }
}
