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

    /// <summary>The same changes from frame 0 to the last, and no keys beyond: curves that reach beyond are cut.</summary>
    internal Track<T> Within(int last)
    {
        var keys = ImmutableArray.CreateBuilder<Key<T>>();
        for (var i = 0; i < Keys.Length; i++)
        {
            var (key, next) = (Keys[i], i + 1 < Keys.Length ? Keys[i + 1].Frame : float.PositiveInfinity);
            if (next <= 0 || (key.Frame > last && keys.Count > 0)) continue;
            var (from, to) = (Math.Max(key.Frame, 0), Math.Min(next, last));
            var length = next - key.Frame;
            keys.Add(new(from, At(from), float.IsFinite(length) ? key.Ease.Piece((from - key.Frame) / length, (to - key.Frame) / length)
                : Easing.Hold));
            if (next > last && float.IsFinite(next) && from < last) keys.Add(new(last, At(last), Easing.Hold));
        }

        return new(keys.ToImmutable());
    }

    internal Track<T> Select(Func<T, T> change) => new([.. Keys.Select(key => key with { Value = change(key.Value) })]);
}
