using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>A picture as it is stored.</summary>
internal sealed class FigureRow
{
    public string Id { get; init; } = "";

    public string JobId { get; init; } = "";

    public string UserId { get; init; } = "";

    public long Visibility { get; init; }

    public string Prompt { get; init; } = "";

    public string Parameters { get; init; } = "";

    public string Model { get; init; } = "";

    public string Tags { get; init; } = "";

    public string File { get; init; } = "";

    public string Thumbnail { get; init; } = "";

    public long Width { get; init; }

    public long Height { get; init; }

    public long Seed { get; init; }

    public long Revision { get; init; }

    public long CreatedAt { get; init; }

    public long IsFavorite { get; init; }

    public Visibility Seen => (Visibility)Visibility;

    public IEnumerable<string> Files => [File, Thumbnail];

    public Figure ToFigure() => new(
        Id,
        JobId,
        UserId,
        Seen,
        Prompt,
        Parameters,
        Model,
        JsonSerializer.Deserialize(Tags, FigureJson.Default.IReadOnlyListString)!,
        File,
        Thumbnail,
        (int)Width,
        (int)Height,
        Seed,
        Instant.FromStored(CreatedAt),
        IsFavorite != 0);

    /// <summary>Whether this account may see it.</summary>
    public bool IsSeenBy(string userId) => UserId == userId || Seen == Generation.Visibility.Public;
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class FigureJson : JsonSerializerContext;
