using Platform.Companions.Replies;

namespace Platform.Companions;

/// <summary>What a companion knows of her user for good, however long ago it was told.</summary>
/// <param name="Name">How the user wants to be called; null: never told.</param>
/// <param name="Likes">What the user likes, the last told last.</param>
[GenerateSerializer, Immutable, Alias("platform.Known")]
internal sealed record Known([property: Id(0)] string? Name, [property: Id(1)] IReadOnlyList<string> Likes)
{
    public const int MaxLikes = 5;

    /// <summary>The same where a message tells nothing new.</summary>
    public static Known? After(Known? known, Memory told)
    {
        var isNewLike = told.Like is { } like && known?.Likes.Contains(like, StringComparer.OrdinalIgnoreCase) != true;
        if (!isNewLike && (told.Name is null || told.Name == known?.Name)) return known;
        var likes = known?.Likes ?? [];
        return new Known(told.Name ?? known?.Name, isNewLike ? [.. likes.TakeLast(MaxLikes - 1), told.Like!] : likes);
    }
}
