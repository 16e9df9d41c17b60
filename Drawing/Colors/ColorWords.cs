using System.Collections.Frozen;
using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Colors;

/// <summary>Reads colours as people write them: <c>Silver</c>, <c>dark brown</c>, <c>#ff00aa</c>, <c>blue to pink</c>.</summary>
public static class ColorWords
{
    private const int Read = 200;

    // Plain names first; the rest are what hair, eyes, skin and clothes are called.
    private static readonly FrozenDictionary<string, Rgba> Names = """
        black 1C1B20|white F5F4F2|gray 8B8F96|grey 8B8F96|silver C3CBD6|red D0312D|crimson B3163A|scarlet D9281E|maroon 7B1E2B
        |burgundy 7A1F38|orange EE7F22|peach F6B48F|apricot F7B57B|coral F5735F|salmon F28C77|yellow F4CF2E|gold DDAF3C|golden DDAF3C
        |amber D98E1E|lemon F5E050|mustard D1A22F|green 3E9B4F|lime A3D93B|olive 7A7F3A|emerald 1F9D68|jade 3BA27C|mint 98E2C1
        |forest 2C6B3F|sage 98AD8B|teal 1E8C8C|turquoise 36C5C0|cyan 27C9E3|aqua 3FD0D6|azure 3F8EE8|blue 2F6FDE|navy 1E2E5C
        |sapphire 1D4FB5|cobalt 2548B0|sky 7FC1F2|ice BFE3F5|indigo 44379E|violet 7C4BD0|purple 8138B8|lavender B79BE8|lilac C6A2DD
        |plum 7E3A72|magenta D926A9|fuchsia E0309F|pink F088B6|rose E5658A|cherry B81E3C|wine 6E2038|brown 6F4528|chocolate 4F2E1C
        |chestnut 7A3F22|auburn 8B3A20|copper B8643A|bronze A8743A|caramel B97A45|honey D49A45|hazel 8E6B36|tan D0A077|beige E3CDAE
        |cream F6EBD3|ivory F8F1E0|sand D9C29A|blonde E8C77B|blond E8C77B|platinum EDE3CF|ginger D0662B|redhead B6481F|brunette 4A2E1E
        |raven 17161C|ebony 3A2418|charcoal 3B3E45|steel 7B8794|slate 5D6B7A|porcelain F8E3D8|fair F4D5C0|pale F5DCCB|olive-skin C79A6B
        |dark 5C3A28|medium C68E65|tanned C98F62|light F2CDB3|deep 55321F|brunet 4A2E1E|khaki B5A56B|denim 41618F|rainbow F088B6
        |neon 39FF88|ruby B3123F|onyx 17171B|pearl EEE8E0|ash A8A39B|snow F7F8FA|strawberry E27F5B|mahogany 5E2A1C
        """.ReplaceLineEndings("").Split('|').Select(entry => entry.Trim().Split(' ')).ToFrozenDictionary(entry => entry[0], entry => Rgba.FromHex(entry[1])!.Value);

    private static readonly string[] Shades = ["dark", "deep", "light", "pale", "pastel", "bright", "vivid", "neon", "hot", "electric",
        "dusty", "muted", "soft", "ash", "dirty"];

    /// <summary>The colours that a text names, in its order; at most eight. None when it names none.</summary>
    public static ImmutableArray<Rgba> All(string? text)
    {
        var found = ImmutableArray.CreateBuilder<Rgba>();
        var shade = "";
        foreach (var word in Words(text))
        {
            if (word[0] == '#')
            {
                if (Rgba.FromHex(word) is { } exact) found.Add(exact);
            }
            else if (Array.IndexOf(Shades, word) >= 0)
            {
                // A shade that no colour follows is a colour of its own.
                if (found.Count == 0 && Names.TryGetValue(shade, out var own)) found.Add(own);
                shade = word;
                continue;
            }
            else if (Names.TryGetValue(word, out var named))
            {
                found.Add(Shaded(named, shade));
            }
            else
            {
                continue;
            }

            shade = "";
            if (found.Count == 8) break;
        }

        if (found.Count == 0 && Names.TryGetValue(shade, out var alone)) found.Add(alone);
        return found.ToImmutable();
    }

    /// <summary>The first colour that a text names, or null.</summary>
    public static Rgba? First(string? text) => All(text) is [var first, ..] ? first : null;

    private static IEnumerable<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var start = -1;
        var length = Math.Min(text.Length, Read);
        for (var i = 0; i <= length; i++)
        {
            if (i < length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '#'))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }

    private static Rgba Shaded(Rgba color, string shade) => shade switch
    {
        "dark" or "deep" => color.Mix(new Rgba(12, 10, 16), 0.42f),
        "light" or "soft" => color.Mix(new Rgba(255, 255, 255), 0.38f),
        "pale" or "pastel" => color.Mix(new Rgba(255, 255, 255), 0.55f),
        "bright" or "vivid" or "neon" or "hot" or "electric" => Vivid(color),
        "dusty" or "muted" or "ash" or "dirty" => color.Mix(new Rgba(140, 136, 134), 0.4f),
        _ => color,
    };

    // Away from its own grey.
    private static Rgba Vivid(Rgba color)
    {
        var grey = (color.R + color.G + color.B) / 3f;
        return new Rgba(Far(color.R), Far(color.G), Far(color.B));

        byte Far(byte value) => (byte)Math.Clamp(grey + (value - grey) * 1.6f + 8, 0, 255);
    }
}
