using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>A cubic Bézier curve from where the one before it ended.</summary>
/// <param name="First">The control point that the curve leaves towards.</param>
/// <param name="Second">The control point that it arrives from.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct Curve(Point First, Point Second, Point End);

/// <summary>One line of curves, open or closed.</summary>
public sealed record Contour(Point Start, ImmutableArray<Curve> Curves, bool Closed);

/// <summary>What bounds a shape: contours of cubic curves and nothing else, so that every output (pixels, Lottie) can draw it exactly.</summary>
public sealed record Outline(ImmutableArray<Contour> Contours);
