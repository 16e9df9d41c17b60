namespace Platform.Generation;

/// <summary>A picture as it came from elsewhere: whole, but not decoded yet.</summary>
/// <param name="ContentType">
/// What it is by its first bytes: <c>image/png</c>, <c>image/jpeg</c>, <c>image/gif</c> or <c>image/webp</c>.
/// </param>
internal sealed record Picture(byte[] Content, string ContentType);
