namespace Platform.Drawing.Video;

/// <summary>What lies beyond the edge of a picture with alpha.</summary>
internal static class AlphaEdges
{
    /// <summary>Gives all transparent pixels the mean colour of the half transparent ones. A codec stores colours coarsely, over
    /// several pixels; with black beside it an outline would get a dark rim.</summary>
    public static void Bleed(Span<byte> rgba)
    {
        long red = 0, green = 0, blue = 0, count = 0;
        for (var i = 0; i < rgba.Length; i += 4)
        {
            if (rgba[i + 3] is 0 or 255) continue;
            (red, green, blue, count) = (red + rgba[i], green + rgba[i + 1], blue + rgba[i + 2], count + 1);
        }

        if (count == 0) return;
        var (meanRed, meanGreen, meanBlue) = ((byte)(red / count), (byte)(green / count), (byte)(blue / count));
        for (var i = 0; i < rgba.Length; i += 4)
        {
            if (rgba[i + 3] == 0) (rgba[i], rgba[i + 1], rgba[i + 2]) = (meanRed, meanGreen, meanBlue);
        }
    }
}
