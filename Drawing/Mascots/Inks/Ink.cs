using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Inks;

/// <summary>How a style colours, shades and lines what it draws.</summary>
internal abstract class Ink
{
    public static Ink Of(MascotDesign design) => design.Style switch
    {
        MascotStyle.Kawaii => new KawaiiInk(),
        MascotStyle.Cartoon => new CartoonInk(),
        MascotStyle.Flat => new FlatInk(),
        MascotStyle.Pixel => new PixelInk(),
        MascotStyle.Toy => new ToyInk(),
        _ => new BrandInk(design.Brand.IsEmpty ? design.Body : design.Brand[0]),
    };

    /// <summary>The width of the lines about forms; 0: there are none.</summary>
    public abstract float LineWidth { get; }

    /// <summary>The width of the lines of a face: mouths, closed eyes, brows.</summary>
    public virtual float FaceWidth => 6;

    /// <summary>What this style makes of a colour.</summary>
    public abstract Rgba Tone(Rgba color);

    /// <summary>The dark of eyes and mouths.</summary>
    public virtual Rgba Dark => new(0x2E, 0x26, 0x33);

    /// <summary>A form with what is drawn on it, and the line about it all.</summary>
    public IEnumerable<Shape> Form(Outline outline, Rgba color, params IEnumerable<Shape> marks)
    {
        yield return new(outline, Fill(color, outline.Bounds()));
        foreach (var mark in marks) yield return mark;
        foreach (var gloss in Gloss(outline, color)) yield return gloss;
        if (LineWidth > 0) yield return new(outline, null, Edge(color), LineWidth);
    }

    /// <summary>A patch of another colour on a form; it ends where the form ends.</summary>
    public Shape Patch(Outline outline, Outline form, Rgba color)
    {
        var within = outline.Within(form);
        return new(within, within.Contours.IsEmpty ? color : PatchFill(color, within.Bounds()));
    }

    /// <summary>A line of a face or of a seam.</summary>
    public Shape Stroke(Outline outline, Rgba color, float width = 1) => new(outline, null, color, FaceWidth * width);

    protected abstract Paint Fill(Rgba color, Bounds bounds);

    protected virtual Paint PatchFill(Rgba color, Bounds bounds) => color;

    protected virtual Rgba Edge(Rgba color) => Dark;

    protected virtual IEnumerable<Shape> Gloss(Outline outline, Rgba color) => [];

    /// <summary>Light from the upper left: a border between two tones, as of a lit ball or a lit rod.</summary>
    protected static Paint TwoTone(Rgba light, Rgba shade, Bounds bounds)
    {
        if (bounds.Width > bounds.Height * 1.7f)
        {
            return new Linear(bounds.At(0.5f, 0), bounds.At(0.5f, 1), [new(0, light), new(0.66f, light), new(0.66f, shade), new(1, shade)]);
        }

        if (bounds.Height > bounds.Width * 1.7f)
        {
            return new Linear(bounds.At(0, 0.5f), bounds.At(1, 0.5f), [new(0, light), new(0.68f, light), new(0.68f, shade), new(1, shade)]);
        }

        var radius = Math.Max(bounds.Width, bounds.Height);
        return new Radial(bounds.At(0.36f, 0.3f), radius, [new(0, light), new(0.63f, light), new(0.63f, shade), new(1, shade)]);
    }
}
