using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>All that the parts of one portrait share: who it is, how it is held and in which manner it is drawn. The picture is 512 units
/// wide and high.</summary>
internal sealed record Sitting(Easel Easel, Appearance Person, Take Take, string Style)
{
    public const float Middle = 256;

    /// <summary>Drawn with lines and flat shadows; otherwise painted in soft tones.</summary>
    public bool Inked => Style == "anime";

    public float InkWidth => Inked ? 3 : 0;

    /// <summary>Half the face's width at the eyes.</summary>
    public float Wide => Inked ? 87 : 79;

    public float Jaw => (Inked ? 41 : 45) + (Person.Masculine ? 9 : 0);

    public float Chin => (Inked ? 350 : 358) + (Person.Masculine ? 4 : 0);

    public float EyeLine => Inked ? 258 : 246;

    /// <summary>The middle of the face's features, which follow its turn.</summary>
    public float Nose => Middle + Take.Turn;

    /// <summary>A line's colour on a colour.</summary>
    public static SKColor Ink(SKColor on) => on.Mix(new SKColor(30, 14, 34), 0.72f);

    /// <summary>Draws the head: tilted, and somewhat larger than life.</summary>
    public void Tilted(Action draw)
    {
        var state = Easel.Canvas.Save();
        Easel.Canvas.Translate(0, 13);
        Easel.Canvas.Scale(1.06f, 1.06f, Middle, 400);
        Easel.Canvas.RotateDegrees(Take.Tilt, Middle, 400);
        draw();
        Easel.Canvas.RestoreToCount(state);
    }

    public SKPath FaceOutline()
    {
        var (w, j, chin) = (Wide, Jaw, Chin);
        var turn = Take.Turn * 0.6f;
        return Easel.Smooth(new(256, 128), new(320, 150), new(256 + w, 215), new(256 + w - 3 + turn * 0.3f, 270),
            new(256 + j + 16 + turn, 318), new(256 + 13 + turn, chin - 3),
            new(256 + turn, chin), new(256 - 13 + turn, chin - 3), new(256 - j - 16 + turn, 318), new(256 - w + 3 + turn * 0.3f, 270),
                new(256 - w, 215), new(192, 150));
    }
}
