namespace Platform.Drawing.Tests;

/// <summary>Comparisons of pictures, 4 bytes for each pixel, alpha last.</summary>
internal static class Pixels
{
    public static byte[] Premultiplied(ReadOnlySpan<byte> pixels)
    {
        var made = pixels.ToArray();
        for (var i = 0; i < made.Length; i++)
        {
            if (i % 4 != 3) made[i] = (byte)(made[i] * made[i | 3] / 255);
        }

        return made;
    }

    /// <summary>The mean difference of all channels, from 0 to 255.</summary>
    public static double Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Assert.Equal(one.Length, other.Length);
        long sum = 0;
        for (var i = 0; i < one.Length; i++) sum += Math.Abs(one[i] - other[i]);
        return (double)sum / one.Length;
    }
}
