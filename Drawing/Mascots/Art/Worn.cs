using System.Text;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What a mascot wears and holds, by the part that carries it.</summary>
internal static class Worn
{
    public static IEnumerable<Part> OnHead(Sketch sketch)
    {
        foreach (var worn in sketch.Design.Accessories.OrderBy(worn => worn.Kind == AccessoryKind.SpaceHelmet))
        {
            if (Hats.Draw(sketch, worn) is { } hat) yield return hat;
            var glasses = worn.Kind is AccessoryKind.Glasses or AccessoryKind.Sunglasses or AccessoryKind.Monocle or AccessoryKind.EyePatch;
            foreach (var part in PartOf(glasses ? "glasses" : Name(worn), glasses ? Faces.Eye(sketch) with { X = Figure.Middle }
                : Hats.Seat(sketch), Headwear.Draw(sketch, worn)))
            {
                yield return part;
            }
        }
    }

    public static IEnumerable<Part> AtNeck(Sketch sketch) => sketch.Design.Accessories.SelectMany(worn =>
        PartOf(Name(worn), Neckwear.Neck(sketch), Neckwear.Draw(sketch, worn)));

    public static IEnumerable<Part> OnTorso(Sketch sketch) => sketch.Design.Accessories.SelectMany(worn =>
        PartOf(Name(worn) + "-front", Neckwear.Neck(sketch), Backwear.Front(sketch, worn)));

    public static IEnumerable<Part> OnBack(Sketch sketch) => sketch.Design.Accessories.SelectMany(worn =>
        PartOf(Name(worn), Neckwear.Neck(sketch), Backwear.Behind(sketch, worn)));

    /// <summary>What a hand holds: the first thing is in the right hand, the second in the left.</summary>
    public static IEnumerable<Part> Held(Sketch sketch, bool right)
    {
        var held = sketch.Design.Accessories.Where(worn => worn.Kind >= AccessoryKind.Flower).Skip(right ? 0 : 1).FirstOrDefault();
        if (held is null) return [];
        var side = right ? sketch : sketch.Flipped;
        var hand = Limbs.Hand(sketch, holding: true);
        return PartOf(Name(held), side.Side(hand), HeldThings.Draw(side, held, hand));
    }

    private static IEnumerable<Part> PartOf(string name, Point pivot, IEnumerable<Shape> shapes)
    {
        var part = Sketch.Part(name, pivot, shapes);
        return part.Shapes.IsEmpty ? [] : [part];
    }

    // BowTie: bow-tie.
    private static string Name(Accessory worn)
    {
        var name = new StringBuilder();
        foreach (var letter in worn.Kind.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
