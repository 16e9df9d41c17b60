using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What a mascot wears and holds, by the part that carries it.</summary>
internal static class Worn
{
    public static IEnumerable<Part> OnHead(Sketch sketch) => Hats.Draw(sketch);

    public static IEnumerable<Part> BehindHead(Sketch sketch) => Hats.Draw(sketch).Take(0);

    public static IEnumerable<Part> AtNeck(Sketch sketch) => Hats.Draw(sketch).Take(0);

    public static IEnumerable<Part> OnTorso(Sketch sketch) => Hats.Draw(sketch).Take(0);

    public static IEnumerable<Part> OnBack(Sketch sketch) => Hats.Draw(sketch).Take(0);

    public static IEnumerable<Part> Held(Sketch sketch, bool right) => Hats.Draw(sketch).Take(right ? 0 : 0);
}

internal static class Hats
{
    public static IEnumerable<Part> Draw(Sketch sketch)
    {
        _ = sketch;
        return [];
    }
}
