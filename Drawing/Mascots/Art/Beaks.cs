using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Beaks and bills, open, closed or drooping.</summary>
internal static class Beaks
{
    public static IEnumerable<Shape> Shapes(Sketch sketch, Point at, bool open, bool sad)
    {
        var w = sketch.Figure.HeadX * (sketch.Style == MascotStyle.Kawaii ? 0.15f : 0.2f);
        var color = sketch.Coat.Marks;
        Outline Local(string path, float x = 0, float y = 0) => Outlines.Path(path).Scaled(w, w).Moved(at.X + x * w, at.Y + y * w);
        switch (sketch.Traits.Muzzle)
        {
            case Muzzle.Bill:
                var corner = sad ? 0.42f : -0.12f;
                if (open)
                {
                    foreach (var shape in sketch.Form(Local("M-1 .1C-.9 .9-.4 1.3 0 1.3C.4 1.3 .9 .9 1 .1Z"), color.Darker(0.2f),
                        new Shape(Local("M-.5 .5C-.3 1 .3 1 .5 .5Z"), new Rgba(0xF4, 0x7F, 0x8E))))
                    {
                        yield return shape;
                    }
                }

                var bill = Outlines.Path($"M0-.62C.4-.62 .6-.3 1.2-.2C1.7-.1 1.6 {0.5f + corner} 1 .5C.6 .62 .3 .6 0 .6"
                    + $"C-.3 .6-.6 .62-1 .5C-1.6 {0.5f + corner}-1.7-.1-1.2-.2C-.6-.3-.4-.62 0-.62Z").Scaled(w, w).Moved(at.X, at.Y);
                foreach (var shape in sketch.Form(bill, color, [.. Sketch.At(-0.22f, 0.22f)
                    .Select(x => sketch.Patch(Outlines.Ellipse(new(at.X + x * w, at.Y - w * 0.28f), w * 0.07f, w * 0.1f), bill,
                    color.Darker(0.4f)))]))
                {
                    yield return shape;
                }

                break;
            case Muzzle.Hook:
                if (open)
                {
                    foreach (var shape in sketch.Form(Local("M-.5 .3C-.4 1.2 .4 1.2 .5 .3Z"),
                        color.Darker(0.25f)))
                    {
                        yield return shape;
                    }
                }

                foreach (var shape in sketch.Form(Local("M0-.8C.7-.8 .95-.2 .8 .2C.6 .5 .34 .4 .2 .7C.14 1 .06 1.14 0 1.14"
                    + "C-.06 1.14-.14 1-.2 .7C-.34 .4-.6 .5-.8 .2C-.95-.2-.7-.8 0-.8Z"), color))
                {
                    yield return shape;
                }

                break;
            default:
                if (open)
                {
                    foreach (var shape in sketch.Form(Local("M-.6 0C-.5 .9-.2 1.2 0 1.2C.2 1.2 .5 .9 .6 0Z"), color.Darker(0.22f),
                        new Shape(Local("M-.26 .5C-.2 .9 .2 .9 .26 .5Z"), new Rgba(0xF4, 0x7F, 0x8E))))
                    {
                        yield return shape;
                    }
                }

                foreach (var shape in sketch.Form(Local(sad
                    ? "M0-.6C.5-.5 .9 .1 .86 .44C.5 .2 .3 .5 0 .5C-.3 .5-.5 .2-.86 .44C-.9 .1-.5-.5 0-.6Z"
                    : "M0-.6C.4-.58 .8-.2 .86-.04C.8 .2 .3 .76 0 .8C-.3 .76-.8 .2-.86-.04C-.8-.2-.4-.58 0-.6Z"), color))
                {
                    yield return shape;
                }

                if (!open && !sad)
                {
                    yield return sketch.Stroke(Outlines.Thread(new(at.X - w * 0.5f, at.Y + w * 0.06f),
                        new(at.X, at.Y + w * 0.2f), new(at.X + w * 0.5f, at.Y + w * 0.06f)), color.Darker(0.3f), 0.5f);
                }

                break;
        }
    }
}
