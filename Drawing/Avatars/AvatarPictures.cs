using System.Collections.Immutable;

namespace Platform.Drawing.Avatars;

/// <summary>What a request for avatars is answered with.</summary>
public static class AvatarPictures
{
    /// <summary>Four takes of one person, each a PNG of 512 by 512 pixels.</summary>
    public static ImmutableArray<byte[]> DrawFour(string style, IReadOnlyDictionary<string, string> appearance, long seed = 0) =>
        [.. Enumerable.Range(0, 4).Select(number => AvatarArtist.Draw(style, appearance, unchecked(seed * 4 + number)))];
}
