using System.Runtime.Intrinsics;
using F8 = System.Runtime.Intrinsics.Vector256<float>;

namespace Platform.Drawing.Figures.Solids;

/// <summary>What a field is like at eight places.</summary>
internal struct Sample
{
    public F8 Distance, NormalX, NormalY, NormalZ, Red, Green, Blue;

    /// <summary>The number of the nearest solid.</summary>
    public F8 Solid;

    public static Sample Nearer(in Sample a, in Sample b) => Mixed(a, b, Vector256.Min(a.Distance, b.Distance),
        Vector256.ConditionalSelect(Vector256.LessThan(b.Distance, a.Distance), F8.One, F8.Zero));

    public static Sample Melted(in Sample a, in Sample b, float blend)
    {
        var near = Vector256.Max(Vector256.Create(blend) - Vector256.Abs(a.Distance - b.Distance), F8.Zero) * (1 / blend);
        var share = near * near * 0.5f;
        var distance = Vector256.Min(a.Distance, b.Distance) - share * (blend * 0.5f);
        return Mixed(a, b, distance, Vector256.ConditionalSelect(Vector256.LessThan(b.Distance, a.Distance), F8.One - share, share));
    }

    private static Sample Mixed(in Sample a, in Sample b, F8 distance, F8 ofSecond) => new()
    {
        Distance = distance,
        NormalX = a.NormalX + (b.NormalX - a.NormalX) * ofSecond,
        NormalY = a.NormalY + (b.NormalY - a.NormalY) * ofSecond,
        NormalZ = a.NormalZ + (b.NormalZ - a.NormalZ) * ofSecond,
        Red = a.Red + (b.Red - a.Red) * ofSecond,
        Green = a.Green + (b.Green - a.Green) * ofSecond,
        Blue = a.Blue + (b.Blue - a.Blue) * ofSecond,
        Solid = Vector256.ConditionalSelect(Vector256.LessThan(b.Distance, a.Distance), b.Solid, a.Solid),
    };
}
