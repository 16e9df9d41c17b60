using System.Collections.Immutable;
using System.Numerics;

namespace Platform.Drawing.Animations;

/// <summary>A value at a time.</summary>
/// <param name="Frame">When, in frames; not always a whole number.</param>
/// <param name="Ease">How it goes on from here to the next key.</param>
public readonly record struct Key<T>(float Frame, T Value, Easing Ease);

/// <summary>How one value changes: keys in the order of time, at least one. Before the first and after the last it stays.</summary>
public sealed record Track<T>(ImmutableArray<Key<T>> Keys)
    where T : struct, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, float, T>
{
    public T At(float frame)
    {
        var next = 0;
        while (next < Keys.Length && Keys[next].Frame <= frame) next++;
        if (next == 0) return Keys[0].Value;
        var from = Keys[next - 1];
        if (next == Keys.Length) return from.Value;
        var to = Keys[next];
        return from.Value + (to.Value - from.Value) * from.Ease.At((frame - from.Frame) / (to.Frame - from.Frame));
    }

    internal Track<T> Select(Func<T, T> change) => new([.. Keys.Select(key => key with { Value = change(key.Value) })]);
}
