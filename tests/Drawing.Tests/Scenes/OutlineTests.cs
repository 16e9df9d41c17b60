using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Tests.Scenes;

public class OutlineTests
{
    private static readonly Outline Left = Outlines.Disc(new(40, 50), 30);
    private static readonly Outline Right = Outlines.Disc(new(60, 50), 30);

    [Fact]
    public void Outlines_join_and_cut_each_other_as_sets()
    {
        Assert.Equal([true, true, true], Inside(Left.Joined(Right), 15, 50, 85));
        Assert.Equal([false, true, false], Inside(Left.Within(Right), 15, 50, 85));
        Assert.Equal([true, false, false], Inside(Left.Without(Right), 15, 50, 85));
    }

    [Fact]
    public void A_hole_stays_a_hole() => Assert.Equal([true, false, true],
        Inside(Outlines.Box(10, 10, 80, 80).Without(Outlines.Disc(new(50, 50), 20)), 20, 50, 80));

    [Fact]
    public void A_limb_is_as_wide_as_its_brush_and_round_at_its_ends()
    {
        var limb = Outlines.Limb(10, 10, new Point(30, 50), new(70, 50));
        Assert.Equal([false, true, true, true, false], Inside(limb, 18, 22, 50, 78, 82));
        var bounds = limb.Bounds();
        Assert.Equal(20, bounds.Height, 1f);
    }

    [Fact]
    public void Transforms_move_turn_and_mirror()
    {
        var box = Outlines.Box(10, 20, 20, 10);
        Assert.Equal(new Bounds(15, 20, 35, 30), box.Moved(5, 0).Bounds());
        Assert.Equal(new Bounds(70, 20, 90, 30), box.Mirrored(50).Bounds());
        var turned = box.Turned(new(20, 25), 90).Bounds();
        Assert.Equal(10, turned.Width, 0.01f);
        Assert.Equal(20, turned.Height, 0.01f);
    }

    private static bool[] Inside(Outline outline, params float[] places)
    {
        using var path = ScenePainter.PathOf(outline);
        Assert.Equal(SKPathFillType.Winding, path.FillType);
        return [.. places.Select(x => path.Contains(x, 50))];
    }
}
