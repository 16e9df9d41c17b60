namespace Platform.Drawing.Figures;

/// <summary>A finished figure.</summary>
/// <param name="Bytes">The picture's file.</param>
/// <param name="ContentType"><c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Thumbnail">The same picture as a small JPEG, at most 256 pixels on its longer side.</param>
public sealed record FigurePicture(byte[] Bytes, string ContentType, int Width, int Height, byte[] Thumbnail);
