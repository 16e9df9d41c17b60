using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>A vector drawing in named parts. All coordinates are the scene's own, in the pose in which it was drawn.</summary>
/// <param name="Width">Width in units.</param>
/// <param name="Height">Height in units.</param>
/// <param name="Parts">The parts, those further back first.</param>
public sealed record Scene(float Width, float Height, ImmutableArray<Part> Parts)
{
    /// <summary>Every part of the scene, whatever its depth.</summary>
    public IEnumerable<Part> AllParts() => Parts.SelectMany(part => part.WithParts());
}

/// <summary>A piece of a drawing that moves as one, and takes the parts within it along.</summary>
/// <param name="Name">Its name, which no other part of the scene has.</param>
/// <param name="Pivot">The point that it turns and grows about.</param>
public sealed record Part(string Name, Point Pivot)
{
    /// <summary>The parts within it that lie behind its shapes, furthest back first.</summary>
    public ImmutableArray<Part> Behind { get; init; } = [];

    /// <summary>A picture of its own, behind its shapes.</summary>
    public Picture? Picture { get; init; }

    /// <summary>Its own shapes, those further back first.</summary>
    public ImmutableArray<Shape> Shapes { get; init; } = [];

    /// <summary>The parts within it that lie before its shapes, furthest back first.</summary>
    public ImmutableArray<Part> Front { get; init; } = [];

    /// <summary>How visible the part itself is while no pose says otherwise: 0 for what only some actions show (closed eyes, a tear).</summary>
    public float Opacity { get; init; } = 1;

    /// <summary>The parts right within it, furthest back first.</summary>
    internal IEnumerable<Part> Children => Behind.Concat(Front);

    internal IEnumerable<Part> WithParts() => Children.SelectMany(part => part.WithParts()).Prepend(this);
}

/// <summary>A filled or lined outline, or both; the line lies over the filling. Lines have round ends and corners.</summary>
public sealed record Shape(Outline Outline, Paint? Fill = null, Paint? Line = null, float LineWidth = 0);
