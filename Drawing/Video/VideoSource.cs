namespace Platform.Drawing.Video;

/// <summary>A film before it is encoded.</summary>
/// <param name="Size">Width and height in pixels; even.</param>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="Frames">One after the other: 4 bytes RGBA for each pixel, not premultiplied, row by row without gaps.</param>
public sealed record VideoSource(int Size, int FrameRate, IEnumerable<byte[]> Frames);
