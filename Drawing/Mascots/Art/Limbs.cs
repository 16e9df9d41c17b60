using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Arms (or wings, fins, tentacles) and legs. All are built on the right and mirrored for the left.</summary>
internal static class Limbs
{
    /// <summary>Where the right hand is; what it holds is held there.</summary>
    public static Point Hand(Sketch sketch, bool holding)
    {
        var f = sketch.Figure;
        var reach = f.ArmLength;
        return holding ? new(f.Shoulder.X + reach * 0.92f, f.Shoulder.Y + reach * 0.02f)
            : new(f.Shoulder.X + reach * Spread(sketch), f.Shoulder.Y + reach * 0.86f);
    }

    public static Part Arm(Sketch sketch, bool right, bool holding, IEnumerable<Part> held)
    {
        if (!right) sketch = sketch.Flipped;
        var shapes = sketch.Traits.Plan == Plan.Bird ? Wing(sketch, holding) : Arm(sketch, holding);
        return new Part(right ? "arm-right" : "arm-left", sketch.Side(sketch.Figure.Shoulder)) { Shapes = [.. shapes], Front = [.. held] };
    }

    public static Part Leg(Sketch sketch, bool right)
    {
        if (!right) sketch = sketch.Flipped;
        var shapes = sketch switch
        {
            { Species: Species.Octopus } => Tentacles(sketch),
            { Species: Species.Ghost } => Wisp(sketch),
            { Traits.Plan: Plan.Bird } => Claw(sketch),
            _ => Thigh(sketch),
        };
        return Sketch.Part(right ? "leg-right" : "leg-left", sketch.Side(sketch.Figure.Hip), shapes);
    }

    private static float Spread(Sketch sketch) => sketch.Style switch
    {
        MascotStyle.Kawaii => 0.62f,
        MascotStyle.Cartoon => 0.5f,
        _ => 0.5f,
    };

    private static IEnumerable<Shape> Arm(Sketch sketch, bool holding)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var s = f.Shoulder;
        var hand = Hand(sketch, holding);
        var elbow = holding ? new Point(s.X + f.ArmLength * 0.5f, s.Y + f.ArmLength * 0.34f)
            : new Point((s.X + hand.X) / 2 + f.ArmLength * 0.1f, (s.Y + hand.Y) / 2 - f.ArmLength * 0.02f);
        var sleeve = Outlines.Limb(f.ArmWidth, f.ArmWidth * (sketch.Style == MascotStyle.Cartoon ? 1 : 0.92f), s, elbow, hand);
        var glove = Outlines.Disc(hand, f.Hand);
        var fist = sketch.Style == MascotStyle.Cartoon
            ? glove.Joined(Outlines.Ellipse(new(hand.X - f.Hand * 0.72f, hand.Y - f.Hand * (holding ? 0.7f : 0.42f)), f.Hand * 0.42f,
                f.Hand * 0.52f)) : glove;
        if (sketch.Species == Species.Crab) fist = Pincer(hand, f.Hand * 1.7f);
        if (coat.Sleeve == coat.Hand) return sketch.Form(sleeve.Joined(fist), coat.Sleeve);
        return [.. sketch.Form(sleeve, coat.Sleeve), .. sketch.Form(fist, coat.Hand)];
    }

    private static Outline Pincer(Point hand, float size) =>
        Outlines.Path("M-.5 .7C-1 .3-1-.5-.5-1C-.4-.6-.3-.4 0-.25C.1-.5 .2-.8 .5-1C1-.4 .9 .4 .4 .75C.1 .95-.2 .95-.5 .7Z")
        .Scaled(size, size).Moved(hand.X, hand.Y);

    private static IEnumerable<Shape> Wing(Sketch sketch, bool holding)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var s = f.Shoulder;
        var w = f.ArmWidth;
        var l = f.ArmLength * 1.08f;
        var wing = Outlines.Blob(new(s.X - w * 0.7f, s.Y - w * 0.6f), new(s.X + w * 0.7f, s.Y - w * 0.5f),
            new(s.X + w * 1.15f, s.Y + l * 0.34f), new(s.X + w * 1.25f, s.Y + l * 0.72f),
            new(s.X + w * 0.95f, s.Y + l), new(s.X + w * 0.2f, s.Y + l * 0.78f), new(s.X - w * 0.5f, s.Y + l * 0.35f));
        wing = wing.Turned(s, holding ? -72 : -12);
        return sketch.Form(wing, coat.Sleeve == coat.Head ? coat.Head.Darker(0.05f) : coat.Sleeve);
    }

    private static IEnumerable<Shape> Thigh(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var foot = Outlines.Symmetric(0, new(0, -0.55f), new(0.62f, -0.42f), new(0.98f, 0), new(0.86f, 0.36f), new(0.4f, 0.45f),
            new(0, 0.45f)).Scaled(f.Foot * 0.92f, f.Foot)
            .Moved(f.Hip.X + f.Foot * 0.16f, Figure.Ground - f.Foot * 0.45f);
        var leg = Outlines.Limb(f.LegWidth, f.LegWidth, f.Hip, new(f.Hip.X, (f.Hip.Y + Figure.Ground) / 2 - f.Foot * 0.3f),
            new(f.Hip.X, Math.Max(f.Hip.Y + 4, Figure.Ground - f.Foot * 0.8f)));
        leg = leg.Without(Outlines.Box(0, Figure.Ground, Figure.Size, 60));
        if (coat.Leg == coat.Foot) return sketch.Form(leg.Joined(foot), coat.Leg);
        return [.. sketch.Form(leg, coat.Leg), .. sketch.Form(foot, coat.Foot)];
    }

    private static IEnumerable<Shape> Claw(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var at = new Point(f.Hip.X + 2, Figure.Ground);
        var shin = Outlines.Limb(f.LegWidth * 0.8f, f.LegWidth * 0.8f, new Point(f.Hip.X, f.Hip.Y - 6),
            new(f.Hip.X + 1, Figure.Ground - 10));
        var foot = Outlines.Path("M-.25-.62C0-.74 .2-.7 .32-.58C.7-.48 1.02-.3 1.06-.1C1.06 .02 .9 .04 .74-.02C.66 .06 .42 .08 .3 0"
            + "C.16 .08-.1 .08-.2 0C-.36 .06-.62 .04-.64-.1C-.6-.3-.42-.5-.25-.62Z")
            .Scaled(f.Foot * 0.86f, f.Foot * 0.86f).Moved(at.X, at.Y);
        return sketch.Form(shin.Joined(foot), coat.Foot);
    }

    private static IEnumerable<Shape> Tentacles(Sketch sketch)
    {
        var f = sketch.Figure;
        foreach (var (x, out_) in new[] { (0.75f, 1.5f), (0.25f, 0.5f) })
        {
            var top = f.H(x, 0.72f);
            var limb = Outlines.Limb(24, 12, top, new(top.X + 16 * out_, top.Y + 36), new(top.X + 30 * out_, Figure.Ground - 14),
                new(top.X + 44 * out_ + 6, Figure.Ground - 26));
            foreach (var shape in sketch.Form(limb, sketch.Coat.Head)) yield return shape;
        }
    }

    // A ghost has no legs, but the hem of its sheet has two ends that can swing.
    private static IEnumerable<Shape> Wisp(Sketch sketch)
    {
        var f = sketch.Figure;
        var tip = Outlines.Blob(f.H(0.06f, 0.6f), f.H(0.8f, 0.6f), f.H(0.74f, 1.02f), f.H(0.42f, 1.2f), f.H(0.16f, 1.02f));
        return sketch.Form(tip, sketch.Coat.Head.Darker(0.04f));
    }
}
