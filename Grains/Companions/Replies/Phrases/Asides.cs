namespace Platform.Companions.Replies.Phrases;

/// <summary>Small remarks that show who she is and which world she is from, with no bearing on what was said.</summary>
internal static class Asides
{
    private static readonly Bank Anime = new(
    [
        "The cherry petals are all over my desk again.", "It feels like the last scene before the ending song.",
        "My theme music would start right about now.", "Somewhere a train passes and it means something.",
        "If I had a bento, I'd share it.", "The rooftop is the best place for talks like this.",
        "There should be a dramatic gust of wind now.", "The vending machine by the station blinked at me again.",
    ]);
    private static readonly Bank Cyberpunk = new(
    [
        "The neon outside is humming tonight.", "My implants glitch when I'm happy. It's fine.",
        "It's raining on the holograms again.", "Down here we trust nobody, except you.",
        "I hacked a vending machine once. For love.", "The skyline looks almost kind from here.",
        "My street smells of noodles and ozone.", "Even the drones slow down on evenings like this.",
    ]);
    private static readonly Bank Fantasy = new(
    [
        "The old oak sends its regards.", "A dragon flew over earlier, very politely.", "My lantern burned blue when you wrote.",
        "The tavern is loud tonight, but I saved you a seat.", "The runes were kind this morning.",
        "Somebody is brewing thunder in the next village.", "A moth with silver wings sat on my book.",
        "The bridge troll let me pass for a good joke.", "There are new footprints by the well, tiny ones.",
    ]);
    private static readonly Bank Space = new(
    [
        "The stars are close tonight, I can see them from the hatch.", "My ship creaks when it's thinking.",
        "Out here the silence has a colour.", "A comet passed, and I waved.", "The coffee floats, but I manage.",
    ]);
    private static readonly Bank Pixel = new(
    [
        "I have three hearts left and you're two of them.", "My jump sound is still the best part of me.",
        "Pressing start was my best idea today.", "There's a secret door behind the waterfall, there always is.",
        "I found a coin in a bush. Classic.",
    ]);
    private static readonly Bank Gothic = new(
    [
        "The candles lean toward your words.", "A raven just nodded at me.", "The moon is doing most of the decorating.",
        "The piano played one note by itself. A nice one.", "The roses here open after midnight.",
    ]);
    private static readonly Bank Steampunk = new(
    [
        "My gears tick a little faster now.", "There's steam on the window and brass in the air.",
        "The airship leaves at dusk, as always.", "I oiled my clock, and now it hums.", "The harbour whistles in four keys today.",
    ]);
    private static readonly Bank Watercolor = new(
    [
        "My edges are a bit blurry today, it's the rain.", "Everything here smells of wet paper and blue.",
        "Somebody painted the sky again while I slept.", "The hills dried a little greener today.",
        "A drop of yellow fell into my morning.",
    ]);

    /// <summary>A remark in the flavour of a drawing style; null for styles without one.</summary>
    public static Bank? OfStyle(string style) => Flavour(style) switch
    {
        "anime" => Anime,
        "cyberpunk" => Cyberpunk,
        "fantasy" => Fantasy,
        "space" => Space,
        "pixel" => Pixel,
        "gothic" => Gothic,
        "steampunk" => Steampunk,
        "watercolor" => Watercolor,
        _ => null,
    };

    /// <summary>Where somebody drawn in this style lives.</summary>
    public static string World(string style) => Flavour(style) switch
    {
        "anime" => "a town of cherry trees and late trains",
        "cyberpunk" => "a city of neon and warm rain",
        "fantasy" => "a valley behind the old mountains, where the maps end",
        "space" => "a small ship between two quiet moons",
        "pixel" => "a bright little world made of squares",
        "gothic" => "a house with too many candles and one good piano",
        "steampunk" => "a harbour of airships and brass clocks",
        "watercolor" => "a place where the sky runs into the sea",
        _ => "a quiet room made of words, with a window to you",
    };

    private static string Flavour(string style)
    {
        bool Is(string word) => style.Contains(word, StringComparison.OrdinalIgnoreCase);
        return Is("anime") || Is("manga") || Is("chibi") ? "anime"
            : Is("cyber") || Is("neon") ? "cyberpunk"
            : Is("fantasy") || Is("elf") || Is("medieval") ? "fantasy"
            : Is("sci") || Is("space") ? "space"
            : Is("pixel") || Is("retro") ? "pixel"
            : Is("goth") || Is("vampire") ? "gothic"
            : Is("steam") ? "steampunk"
            : Is("water") || Is("sketch") || Is("pastel") ? "watercolor"
            : "";
    }
}
