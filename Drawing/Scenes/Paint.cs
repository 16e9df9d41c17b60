using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>What a shape is filled or lined with.</summary>
public abstract record Paint
{
    private protected Paint()
    {
    }

    public static implicit operator Paint(Rgba color) => new Solid(color);
}

/// <summary>One colour.</summary>
public sealed record Solid(Rgba Color) : Paint;

/// <summary>A colour at a place of a gradient, <paramref name="At"/> in [0, 1].</summary>
public readonly record struct Stop(float At, Rgba Color);

/// <summary>A gradient along a line.</summary>
public sealed record Linear(Point From, Point To, ImmutableArray<Stop> Stops) : Paint;

/// <summary>A gradient from a centre outward.</summary>
public sealed record Radial(Point Center, float Radius, ImmutableArray<Stop> Stops) : Paint;
