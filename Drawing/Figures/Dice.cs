namespace Platform.Drawing.Figures;

/// <summary>Chance that is the same on every machine and in every release: SplitMix64 (G. Steele et al., 2014).</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = unchecked((ulong)seed * 0xD1342543DE82EF95UL + 0x9E3779B97F4A7C15UL);

    /// <summary>A number in [0, 1).</summary>
    public float Next() => (Draw() >> 40) / (float)(1 << 24);

    public float Between(float least, float most) => least + (most - least) * Next();

    public int Below(int count) => (int)(Draw() % (ulong)count);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    private ulong Draw()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
            return z ^ z >> 31;
        }
    }
}
