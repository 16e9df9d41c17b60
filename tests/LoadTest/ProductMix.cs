using System.Globalization;

namespace Platform.LoadTest;

/// <summary>Which shares the products have of the companions; any numbers that are not negative.</summary>
internal sealed record ProductMix(double NeuroTamagotchi, double Demi, double ByteForge)
{
    public static readonly ProductMix Default = new(60, 25, 15);

    /// <summary>Reads <c>neurotamagotchi=60,demi=25,byteforge=15</c>; who isn't named has none.</summary>
    /// <exception cref="FormatException">It says something else; the message says what is wrong.</exception>
    public static ProductMix Parse(string text)
    {
        var mix = new ProductMix(0, 0, 0);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=') is not [var name, var number]
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)
                || !double.IsFinite(share)
                || share < 0)
            {
                throw new FormatException($"'{part}' is not PRODUCT=SHARE.");
            }

            mix = name switch
            {
                "neurotamagotchi" => mix with { NeuroTamagotchi = share },
                "demi" => mix with { Demi = share },
                "byteforge" => mix with { ByteForge = share },
                _ => throw new FormatException($"There is no product '{name}': name neurotamagotchi, demi or byteforge."),
            };
        }

        return mix.Sum > 0 ? mix : throw new FormatException("Some product must have a share.");
    }

    /// <summary>How many of so many each has; together they are all of them.</summary>
    public (int NeuroTamagotchi, int Demi, int ByteForge) Divide(int count)
    {
        var first = (int)Math.Round(count * NeuroTamagotchi / Sum);
        var second = (int)Math.Round(count * (NeuroTamagotchi + Demi) / Sum) - first;
        return (first, second, count - first - second);
    }

    private double Sum => NeuroTamagotchi + Demi + ByteForge;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"neurotamagotchi={NeuroTamagotchi},demi={Demi},byteforge={ByteForge}");
}
