using Platform.Drawing.Mascots.Art;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>
/// Draws mascots as scenes of 512 by 512. Every mascot has the parts that its actions move: <c>shadow</c>; <c>mascot</c> (pivot on the
/// ground) with <c>leg-left</c>, <c>leg-right</c> and
/// <c>body</c> (pivot at the hip); in the body <c>torso</c>, <c>head</c> (pivot at the neck), <c>arm-left</c>, <c>arm-right</c> (pivot at
/// the shoulder) and perhaps <c>tail</c>; in the head
/// <c>ear-left</c>, <c>ear-right</c>, <c>eyes</c> (with <c>eye-left</c>, <c>eye-right</c>, <c>pupils</c>), <c>eyes-closed</c>,
/// <c>eyes-happy</c>, <c>mouth</c>, <c>mouth-open</c>,
/// <c>mouth-smile</c>, <c>mouth-sad</c>, <c>brows</c>, <c>blush</c>. Left is the viewer's left. What is worn or held is a part of what
/// wears it.
/// </summary>
public static class MascotArtist
{
    private const float Margin = 36;

    public static Scene Draw(MascotDesign design)
    {
        var sketch = Sketch.Of(design);
        return new(Figure.Size, Figure.Size, [Shadow(sketch), Fitted(Mascot(sketch))]);
    }

    // High hats and wide capes make the whole figure a little smaller, so that there is room about it to move in.
    private static Part Fitted(Part mascot)
    {
        var ground = new Point(Figure.Middle, Figure.Ground);
        var bounds = mascot.VisibleBounds()!.Value;
        var factor = Math.Min(1, Math.Min((ground.Y - Margin) / (ground.Y - bounds.Top),
            (ground.X - Margin) / Math.Max(ground.X - bounds.Left, bounds.Right - ground.X)));
        return factor < 1 ? mascot.Scaled(ground, factor) : mascot;
    }

    private static Part Shadow(Sketch sketch)
    {
        var f = sketch.Figure;
        var center = new Point(Figure.Middle, Figure.Ground);
        var (width, height) = (Math.Max(f.TorsoX, f.Hip.X - Figure.Middle + f.Foot) * 1.5f, 13f);
        var dark = new Rgba(0x1E, 0x1B, 0x2E);
        Paint paint = sketch.Style == MascotStyle.Toy ? new Radial(center, width,
            [new(0, dark.WithOpacity(0.42f)), new(0.5f, dark.WithOpacity(0.2f)), new(1, dark.WithOpacity(0))]) : dark.WithOpacity(0.16f);
        return Sketch.Part("shadow", center, new Shape(Outlines.Ellipse(center, width, sketch.Style == MascotStyle.Toy ? 22 : height),
            paint));
    }

    private static Part Mascot(Sketch sketch)
    {
        var f = sketch.Figure;
        return new("mascot", new(Figure.Middle, Figure.Ground))
        {
            Behind = [Limbs.Leg(sketch, right: false), Limbs.Leg(sketch, right: true)],
            Front = [Body(sketch, new(Figure.Middle, f.Hip.Y))],
        };
    }

    private static Part Body(Sketch sketch, Point hip)
    {
        var f = sketch.Figure;
        var holds = Worn.Held(sketch, right: true).Take(1).ToList();
        var holdsLeft = Worn.Held(sketch, right: false).Take(1).ToList();
        var torso = Sketch.Part("torso", f.T(0, 1), Torsos.Shapes(sketch));
        return new("body", hip)
        {
            Behind = [.. Worn.OnBack(sketch), .. Crests.OnBack(sketch), .. TailArt.Draw(sketch) is { } tail ? [tail] : Array.Empty<Part>()],
            Front = [torso with { Front = [.. Worn.OnTorso(sketch)] }, Head(sketch),
                Limbs.Arm(sketch, false, holdsLeft.Count > 0, holdsLeft), Limbs.Arm(sketch, true, holds.Count > 0, holds),
                .. Worn.AtNeck(sketch)],
        };
    }

    private static Part Head(Sketch sketch)
    {
        var color = sketch.Species switch
        {
            Species.Mushroom => sketch.Coat.Second,
            _ => sketch.Coat.Head,
        };
        var back = Sketch.Part("head-back", sketch.Figure.Head, Crests.BehindHead(sketch));
        var muzzle = sketch.Traits.Muzzle == Muzzle.Trunk ? [] : Muzzles.Draw(sketch);
        var front = Sketch.Part("head-front", sketch.Figure.Head, [.. Crests.OnHead(sketch), .. sketch.Traits.Muzzle == Muzzle.Trunk
            ? Muzzles.Draw(sketch) : []]);
        return new("head", sketch.Figure.Neck)
        {
            Behind = [back, .. EarsArt.Draw(sketch)],
            Shapes = [.. sketch.Form(sketch.Head, color, [.. Visor(sketch), .. MarkingsArt.Head(sketch), .. Things.Marks(sketch),
                .. Headwear.Masks(sketch)]), .. muzzle],
            Front = [.. Faces.Draw(sketch), front, .. Worn.OnHead(sketch)],
        };
    }

    // A robot's face is a screen.
    private static IEnumerable<Shape> Visor(Sketch sketch)
    {
        if (sketch.Traits.Head != HeadShape.Square) return [];
        var f = sketch.Figure;
        var screen = Outlines.Box(f.H(-0.78f, 0).X, f.H(0, -0.58f).Y, f.HeadX * 1.56f, f.HeadY * 1.28f, f.HeadX * 0.3f);
        return [sketch.Patch(screen, sketch.Head, sketch.Coat.Second)];
    }
}
