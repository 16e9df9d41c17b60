using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>How one part of a scene moves: what a <see cref="Stance"/> has, over time. Null: as it was drawn.</summary>
public sealed record Motion(string Part)
{
    public Track<float>? X { get; init; }

    public Track<float>? Y { get; init; }

    /// <summary>Degrees, clockwise.</summary>
    public Track<float>? Turn { get; init; }

    /// <summary>Both directions with the same keys, as most players of Lottie know it.</summary>
    public Track<Point>? Scale { get; init; }

    public Track<float>? Opacity { get; init; }

    public Stance At(float frame)
    {
        var scale = Scale?.At(frame) ?? new(1, 1);
        return new(X?.At(frame) ?? 0, Y?.At(frame) ?? 0, Turn?.At(frame) ?? 0, scale.X, scale.Y, Opacity?.At(frame));
    }
}
