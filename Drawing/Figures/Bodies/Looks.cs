using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>The colours of a person, linear.</summary>
internal sealed record Looks(Surface Skin, Surface Hair, Vector3 Lips, Vector3 Eyes)
{
    // From the lightest to the darkest that each word stands for, and the hair that goes with it. sRGB.
    private static readonly Dictionary<string, (string Light, string Dark, string[] Hair, string[] Eyes)> Ranges = new()
    {
        ["african"] = ("8D5A3C", "4A2C1D", ["0F0C0B", "1A1310", "2A1C15"], ["2A170D", "1E1009"]),
        ["asian"] = ("F0CFAE", "D0A27A", ["0E0D10", "1A1516", "2B1D18"], ["26170F", "3A2415"]),
        ["caucasian"] = ("F4D3BD", "DDAE8F", ["3B2618", "6B4426", "B98B4E", "8C3F1E", "1E1613", "D8B77A"],
            ["3E6C8E", "4E7A52", "5A4026", "6E7F86"]),
        ["hispanic"] = ("DDAE84", "A87450", ["17100D", "2A1B13", "45291A"], ["2E1B10", "4A2F18"]),
        ["middle_eastern"] = ("E0B490", "B27F5A", ["120E0D", "261913", "3A2518"], ["3A2414", "5B4A26", "2A190F"]),
        ["south_asian"] = ("C48F66", "7F5134", ["0D0B0B", "17110F", "261914"], ["22130B", "38220F"]),
    };

    private static readonly string[] Diverse = [.. Ranges.Keys.Order(StringComparer.Ordinal)];

    public static Looks Of(FigureSpec spec, Dice dice)
    {
        var range = spec.Ethnicity is { } known && Ranges.TryGetValue(known, out var of) ? of : Ranges[dice.Of(Diverse)];
        var skin = Vector3.Lerp(Linear(range.Light), Linear(range.Dark), dice.Next());
        var hair = Linear(dice.Of(range.Hair));
        var grey = spec.AgeRange switch
        {
            "elderly" => dice.Between(0.85f, 1),
            "middle_aged" => dice.Between(0.2f, 0.45f),
            _ => 0,
        };
        hair = Vector3.Lerp(hair, Linear("C9C7C4"), grey);
        var lips = Vector3.Lerp(skin, Linear(spec.GenderPresentation == "feminine" ? "B0434A" : "9E5248"), 0.5f) * 0.92f;
        var eyes = Linear(dice.Of(range.Eyes));
        if (spec.Clothing == "anon")
        {
            // The artist's wooden mannequin.
            var wood = Linear(dice.Of(["D9B382", "C99A68", "E2C59B"]));
            return new Looks(new Surface(wood, 0.28f, Grain: Grain.Wood), new Surface(wood * 0.9f, 0.25f), wood, wood);
        }

        return new Looks(new Surface(skin, 0.16f, Grain: Grain.Skin), new Surface(hair, 0.26f, Grain: Grain.Hair), lips, eyes);
    }

    /// <summary>A colour as <c>RRGGBB</c> in sRGB, made linear.</summary>
    public static Vector3 Linear(string hex)
    {
        var value = Convert.ToInt32(hex, 16);
        return new Vector3(Linear(value >> 16), Linear(value >> 8 & 255), Linear(value & 255));
    }

    private static float Linear(int value) => MathF.Pow(value / 255f, 2.2f);
}
