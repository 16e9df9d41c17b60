using Platform.Drawing.Figures;

namespace Platform.Drawing.Avatars;

/// <summary>What sets one picture of a person apart from the next: the cut of the hair, the hold of the head, the face it makes.</summary>
/// <param name="Cut">One of the hair styles.</param>
/// <param name="Fringe">0 to 3.</param>
/// <param name="Tilt">Degrees, clockwise.</param>
/// <param name="Turn">How far the face looks to the right of the picture, in pixels.</param>
/// <param name="Scene">0 to 3: which background.</param>
internal sealed record Take(string Cut, int Fringe, float Tilt, float Turn, string Mood, int Scene)
{
    public static Take Of(Appearance person, long seed, string style)
    {
        var number = (int)((ulong)seed % 4);
        var dice = new Dice(seed * 31 + style.Length);
        string[] cuts = person.Masculine ? ["short", "spiky", "curly", "bob"] : ["long", "bob", "ponytail", "braid"];
        string[] moods = ["happy", "neutral", "smirk", "surprised"];
        if (style != "anime") moods = ["neutral", "smirk", "happy", "neutral"];
        (float Tilt, float Turn)[] holds = [(-3, -4), (4, 6), (6, -6), (-6, 4)];
        var (tilt, turn) = holds[number];
        return new Take(person.HairStyle ?? cuts[number], (number + (int)((ulong)seed / 4 % 4)) % 4, tilt + dice.Between(-1, 1),
            turn + dice.Between(-2, 2), person.Mood ?? moods[number], number);
    }
}
