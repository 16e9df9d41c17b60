using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>A picture within a drawing, for a character that comes as pixels and not as shapes.</summary>
/// <param name="Png">The bytes of a PNG file.</param>
/// <param name="At">Its upper left corner.</param>
/// <param name="Width">Width in the scene's units; the pixels are stretched to it.</param>
/// <param name="Height">Height in the scene's units.</param>
public sealed record Picture(ImmutableArray<byte> Png, Point At, float Width, float Height);
