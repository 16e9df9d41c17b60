namespace Platform.Companions.Replies;

/// <summary>SplitMix64: the same seed always throws the same numbers, on every machine and in every version.</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="count"/>, which is at least 1.</summary>
    public int Below(int count) => (int)((UInt128)Next() * (ulong)count >> 64);

    public bool Chance(double chance) => (Next() >> 11) * (1.0 / (1UL << 53)) < chance;
}
