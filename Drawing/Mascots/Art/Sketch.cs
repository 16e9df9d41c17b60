using System.Collections.Immutable;
using Platform.Drawing.Mascots.Inks;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>One mascot while it is being drawn: what it is, where its parts are, and what they are drawn with.</summary>
internal sealed record Sketch(MascotDesign Design, Traits Traits, Ink Ink, Coat Coat, Figure Figure)
{
    public static readonly Rgba White = new(255, 255, 255);

    public MascotStyle Style => Design.Style;

    public Species Species => Design.Species;

    /// <summary>The same mascot's head seen as an outline.</summary>
    public Outline Head { get; init; } = new([]);

    public Outline Torso { get; init; } = new([]);

    public static Sketch Of(MascotDesign design)
    {
        var traits = Traits.Of(design.Species);
        var ink = Ink.Of(design);
        var sketch = new Sketch(design, traits, ink, Coat.Of(design, traits, ink), Figure.Of(design, traits));
        return sketch with { Head = Heads.Outline(sketch), Torso = Torsos.Outline(sketch) };
    }

    /// <summary>The same sketch, whose forms come out on the other side: for the left of what is built on the right.</summary>
    public Sketch Flipped => this with { IsFlipped = !IsFlipped };

    private bool IsFlipped { get; init; }

    /// <summary>See <see cref="Inks.Ink.Form"/>; the marks have been made by this sketch.</summary>
    public IEnumerable<Shape> Form(Outline outline, Rgba color, params IEnumerable<Shape> marks) => Ink.Form(Side(outline), color, marks);

    /// <summary>See <see cref="Inks.Ink.Patch"/>.</summary>
    public Shape Patch(Outline outline, Outline form, Rgba color) => Ink.Patch(Side(outline), Side(form), color);

    /// <summary>See <see cref="Inks.Ink.Stroke"/>.</summary>
    public Shape Stroke(Outline outline, Rgba color, float width = 1) => Ink.Stroke(Side(outline), color, width);

    public Point Side(Point point) => IsFlipped ? point with { X = 2 * Figure.Middle - point.X } : point;

    public Outline Side(Outline outline) => IsFlipped ? Mirror(outline) : outline;

    public static Part Part(string name, Point pivot, params IEnumerable<Shape> shapes) => new(name, pivot) { Shapes = [.. shapes] };

    public static Outline Mirror(Outline outline) => outline.Mirrored(Figure.Middle);

    /// <summary>The same twice: as given, and mirrored.</summary>
    public static ImmutableArray<Outline> Both(Outline outline) => [outline, Mirror(outline)];

    public static float[] At(params float[] places) => places;

    public bool Wears(AccessoryKind kind) => Design.Worn(kind) is not null;
}
