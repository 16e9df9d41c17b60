using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>How one part stands, against how it was drawn.</summary>
/// <param name="X">Moved to the right, in units of its parent.</param>
/// <param name="Y">Moved down.</param>
/// <param name="Turn">Turned about its pivot, in degrees, clockwise.</param>
/// <param name="ScaleX">Grown about its pivot, before it is turned.</param>
/// <param name="ScaleY">Grown about its pivot, before it is turned.</param>
/// <param name="Opacity">Null: as the part says. It counts for the part's own shapes and for all parts within it.</param>
public readonly record struct Stance(float X = 0, float Y = 0, float Turn = 0, float ScaleX = 1, float ScaleY = 1, float? Opacity = null)
{
    /// <summary>As drawn. Without it a plain <c>new</c> would be all zeros: a part shrunk to nothing.</summary>
    public Stance()
        : this(0)
    {
    }
}

/// <summary>A moment of a scene: how each named part stands. A part that is not named stands as it was drawn.</summary>
public sealed record Pose(ImmutableDictionary<string, Stance> Stances)
{
    /// <summary>As drawn.</summary>
    public static Pose Rest { get; } = new(ImmutableDictionary<string, Stance>.Empty);

    public Stance this[string part] => Stances.GetValueOrDefault(part, new Stance());
}
