using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>Puts a character on a stage, and the stage within the canvas.</summary>
internal static class Staging
{
    private const float Margin = 8;

    /// <summary>The scene with two parts more: <c>stage</c> holds everything, and <c>figure</c> the mascot, to be thrown and turned about
    /// its middle.</summary>
    public static Scene OnStage(Scene scene)
    {
        var mascot = scene.Parts.FirstOrDefault(part => part.Name == Names.Mascot)
            ?? throw new ArgumentException($"The scene has no root part named {Names.Mascot}.", nameof(scene));
        var middle = mascot.VisibleBounds()?.Center.Y ?? mascot.Pivot.Y;
        var figure = new Part(Names.Figure, mascot.Pivot with { Y = middle }) { Front = [mascot] };
        return scene with { Parts = [new(Names.Stage, mascot.Pivot) { Front = scene.Parts.Replace(mascot, figure) }] };
    }

    /// <summary>The animation with its stage made as small, and moved as far, as it takes for no frame to leave the canvas.</summary>
    public static Animation Fitted(Animation animation)
    {
        var (scene, stage) = (animation.Scene, animation.Scene.Parts[0]);
        var bounds = Enumerable.Range(0, animation.FrameCount * 2).Select(half =>
            SceneGeometry.BoundsOf(scene, animation.PoseAt(half / 2f))).OfType<Bounds>().ToList();
        var (left, right) = (bounds.Min(box => box.Left), bounds.Max(box => box.Right));
        var (top, bottom) = (bounds.Min(box => box.Top), bounds.Max(box => box.Bottom));
        var scale = Math.Min(1, Math.Min((scene.Width - 2 * Margin) / (right - left), (scene.Height - 2 * Margin) / (bottom - top)));
        var motion = new Motion(Names.Stage)
        {
            X = Still(Shift(stage.Pivot.X, left, right, scale, scene.Width)),
            Y = Still(Shift(stage.Pivot.Y, top, bottom, scale, scene.Height)),
            Scale = new([new(0, new(scale, scale), Easing.Hold)]),
        };
        return animation with { Motions = animation.Motions.Add(motion) };
    }

    private static Track<float> Still(float value) => new([new(0, value, Easing.Hold)]);

    // How far a span that shrinks about a pivot has to move to lie within the canvas; not at all if it does.
    private static float Shift(float pivot, float low, float high, float scale, float size)
    {
        (low, high) = (pivot + (low - pivot) * scale, pivot + (high - pivot) * scale);
        return low < Margin ? Margin - low : high > size - Margin ? size - Margin - high : 0;
    }
}
