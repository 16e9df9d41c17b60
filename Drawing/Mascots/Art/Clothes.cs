using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What clothes add to the torso that they colour.</summary>
internal static class Clothes
{
    public static IEnumerable<Shape> Torso(Sketch sketch)
    {
        _ = sketch;
        return [];
    }
}
