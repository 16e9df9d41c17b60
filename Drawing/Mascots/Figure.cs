using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>Where everything of a mascot is, in the units of a scene of 512 by 512. It stands on <see cref="Ground"/>, facing the
/// viewer.</summary>
internal sealed record Figure
{
    public const float Size = 512;
    public const float Middle = 256;
    public const float Ground = 452;

    public required Point Head { get; init; }

    public required float HeadX { get; init; }

    public required float HeadY { get; init; }

    public required float TorsoTop { get; init; }

    public required float TorsoBottom { get; init; }

    public required float TorsoX { get; init; }

    /// <summary>The right shoulder; the left one mirrors it.</summary>
    public required Point Shoulder { get; init; }

    public required float ArmLength { get; init; }

    public required float ArmWidth { get; init; }

    public required Point Hip { get; init; }

    public required float LegWidth { get; init; }

    public required float Hand { get; init; }

    public required float Foot { get; init; }

    /// <summary>How far the eyes are from the middle, in half widths of the head.</summary>
    public required float EyeX { get; init; }

    /// <summary>How far below the head's middle, in half heights of the head.</summary>
    public required float EyeY { get; init; }

    public required float EyeWidth { get; init; }

    public required float EyeHeight { get; init; }

    /// <summary>A point of the head: (0, 0) its middle, (1, 0) its right side, (0, 1) its chin.</summary>
    public Point H(float x, float y) => new(Head.X + x * HeadX, Head.Y + y * HeadY);

    /// <summary>A point of the torso: (0, 0) its top, (1, 1) the corner at the bottom right.</summary>
    public Point T(float x, float y) => new(Middle + x * TorsoX, TorsoTop + y * (TorsoBottom - TorsoTop));

    public Point Neck => new(Middle, Math.Min(Head.Y + HeadY * 0.86f, TorsoTop + 8));

    public static Figure Of(MascotDesign design, Traits traits)
    {
        var figure = OfStyle(design.Style);
        figure = traits.Plan switch
        {
            Plan.Thing => AllHead(figure),
            Plan.Bird => figure with
            {
                LegWidth = figure.LegWidth * 0.42f,
                Hip = figure.Hip with { X = Middle + 26 },
                ArmWidth = figure.ArmWidth * 1.2f,
                TorsoX = figure.TorsoX * 1.08f
            },
            Plan.Person => figure with { TorsoX = figure.TorsoX * 0.9f, HeadX = figure.HeadX * 0.93f, EyeX = figure.EyeX * 0.94f },
            _ => figure,
        };
        var build = design.Build;
        if (traits.Has(Features.BigEyes)) figure = figure with { EyeWidth = figure.EyeWidth * 1.25f, EyeHeight = figure.EyeHeight * 1.2f };
        figure = traits.Head switch
        {
            HeadShape.Long => figure with { HeadX = figure.HeadX * 0.9f, HeadY = figure.HeadY * 1.05f, EyeY = figure.EyeY - 0.2f },
            HeadShape.Bulb => figure with { EyeWidth = figure.EyeWidth * 1.25f, EyeHeight = figure.EyeHeight * 1.25f },
            HeadShape.Frog => figure with
            {
                EyeX = 0.52f,
                EyeY = -0.72f,
                EyeWidth = figure.EyeWidth * 0.95f,
                EyeHeight = figure.EyeHeight * 0.85f,
                HeadX = figure.HeadX * 1.04f,
                HeadY = figure.HeadY * 0.9f,
                Head = figure.Head with { Y = figure.Head.Y + figure.HeadY * 0.08f },
            },
            _ when traits.Muzzle is Muzzle.Broad => figure with { EyeY = figure.EyeY - 0.22f },
            _ => figure,
        };

        return figure with
        {
            HeadX = figure.HeadX * build.Head,
            HeadY = figure.HeadY * (1 + (build.Head - 1) * 0.6f),
            TorsoX = figure.TorsoX * build.Girth,
            ArmWidth = figure.ArmWidth * (1 + (build.Girth - 1) * 0.6f),
            LegWidth = figure.LegWidth * (1 + (build.Girth - 1) * 0.6f),
            Shoulder = figure.Shoulder with { X = Middle + (figure.Shoulder.X - Middle) * build.Girth },
            EyeX = figure.EyeX * build.EyeSpacing,
            EyeWidth = figure.EyeWidth * build.EyeSize,
            EyeHeight = figure.EyeHeight * build.EyeSize,
        };
    }

    private static Figure OfStyle(MascotStyle style) => style switch
    {
        MascotStyle.Kawaii => new()
        {
            Head = new(Middle, 222),
            HeadX = 120,
            HeadY = 102,
            TorsoTop = 308,
            TorsoBottom = 428,
            TorsoX = 66,
            Shoulder = new(Middle + 50, 340),
            ArmLength = 58,
            ArmWidth = 18,
            Hip = new(Middle + 32, 408),
            LegWidth = 25,
            Hand = 18,
            Foot = 30,
            EyeX = 0.47f,
            EyeY = 0.16f,
            EyeWidth = 16,
            EyeHeight = 20,
        },
        MascotStyle.Cartoon => new()
        {
            Head = new(Middle, 196),
            HeadX = 96,
            HeadY = 88,
            TorsoTop = 268,
            TorsoBottom = 392,
            TorsoX = 62,
            Shoulder = new(Middle + 48, 302),
            ArmLength = 96,
            ArmWidth = 12,
            Hip = new(Middle + 30, 378),
            LegWidth = 13,
            Hand = 24,
            Foot = 36,
            EyeX = 0.27f,
            EyeY = -0.1f,
            EyeWidth = 24,
            EyeHeight = 31,
        },
        MascotStyle.Flat => new()
        {
            Head = new(Middle, 204),
            HeadX = 100,
            HeadY = 92,
            TorsoTop = 278,
            TorsoBottom = 414,
            TorsoX = 72,
            Shoulder = new(Middle + 56, 314),
            ArmLength = 84,
            ArmWidth = 19,
            Hip = new(Middle + 34, 396),
            LegWidth = 22,
            Hand = 20,
            Foot = 28,
            EyeX = 0.4f,
            EyeY = 0.04f,
            EyeWidth = 11,
            EyeHeight = 13,
        },
        MascotStyle.Pixel => new()
        {
            Head = new(Middle, 216),
            HeadX = 112,
            HeadY = 96,
            TorsoTop = 296,
            TorsoBottom = 416,
            TorsoX = 64,
            Shoulder = new(Middle + 52, 328),
            ArmLength = 64,
            ArmWidth = 19,
            Hip = new(Middle + 32, 404),
            LegWidth = 24,
            Hand = 20,
            Foot = 28,
            EyeX = 0.43f,
            EyeY = 0.12f,
            EyeWidth = 12,
            EyeHeight = 16,
        },
        MascotStyle.Toy => new()
        {
            Head = new(Middle, 208),
            HeadX = 114,
            HeadY = 102,
            TorsoTop = 290,
            TorsoBottom = 420,
            TorsoX = 76,
            Shoulder = new(Middle + 60, 330),
            ArmLength = 66,
            ArmWidth = 23,
            Hip = new(Middle + 38, 398),
            LegWidth = 30,
            Hand = 24,
            Foot = 34,
            EyeX = 0.42f,
            EyeY = 0.1f,
            EyeWidth = 18,
            EyeHeight = 22,
        },
        _ => new()
        {
            Head = new(Middle, 200),
            HeadX = 98,
            HeadY = 94,
            TorsoTop = 276,
            TorsoBottom = 410,
            TorsoX = 64,
            Shoulder = new(Middle + 50, 312),
            ArmLength = 78,
            ArmWidth = 18,
            Hip = new(Middle + 30, 394),
            LegWidth = 20,
            Hand = 19,
            Foot = 28,
            EyeX = 0.38f,
            EyeY = 0.02f,
            EyeWidth = 10,
            EyeHeight = 14,
        },
    };

    private static Figure AllHead(Figure figure)
    {
        var radius = (figure.HeadX + figure.HeadY) / 2 * 1.26f;
        var head = new Point(Middle, Ground - 36 - radius);
        return figure with
        {
            Head = head,
            HeadX = radius * 1.04f,
            HeadY = radius,
            TorsoTop = head.Y + radius * 0.2f,
            TorsoBottom = head.Y + radius * 0.86f,
            TorsoX = radius * 0.6f,
            Shoulder = new(Middle + radius * 0.9f, head.Y + radius * 0.4f),
            ArmLength = figure.ArmLength * 0.84f,
            ArmWidth = figure.ArmWidth * 0.86f,
            Hip = new(Middle + radius * 0.36f, head.Y + radius * 0.78f),
            LegWidth = figure.LegWidth * 0.8f,
            EyeX = figure.EyeX * 0.88f,
            EyeY = figure.EyeY + 0.02f,
        };
    }
}
