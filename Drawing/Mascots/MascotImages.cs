namespace Platform.Drawing.Mascots;

/// <summary>The still pictures of a mascot, as PNG files.</summary>
/// <param name="FullBody">1024 by 1024, on a transparent ground.</param>
/// <param name="Avatar">512 by 512: head and shoulders on a disc of a matching tint.</param>
/// <param name="Icon">512 by 512: the head on a rounded square of the accent's colour.</param>
public sealed record MascotImages(byte[] FullBody, byte[] Avatar, byte[] Icon);
