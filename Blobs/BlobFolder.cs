using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Platform.Blobs;

/// <summary>
/// Where the files of one thing lie, and what goes when the thing goes: <c>{kind}/{uuid}</c>, as in
/// <c>mascotforge/0199c2de-7c5e-7b51-9d3a-4c1f0f6f2a10</c>. It can't hold anything else, so it is safe in a path.
/// </summary>
public sealed partial record BlobFolder
{
    private BlobFolder(string kind, Guid id) => (Kind, Id) = (kind, id);

    /// <summary>1 to 32 of <c>a-z</c>, <c>0-9</c> and <c>-</c>, the first of them a letter.</summary>
    public string Kind { get; }

    public Guid Id { get; }

    /// <exception cref="ArgumentException">The kind is not one.</exception>
    public static BlobFolder Of(string kind, Guid id) => IsKind().IsMatch(kind)
        ? new BlobFolder(kind, id)
        : throw new ArgumentException("A kind of files is 1 to 32 lower-case letters, digits and hyphens.", nameof(kind));

    /// <exception cref="FormatException">It is no folder's text.</exception>
    public static BlobFolder Parse(string text) =>
        TryParse(text, out var folder) ? folder : throw new FormatException("A folder of files is written {kind}/{uuid}.");

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing that only resembles it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BlobFolder? folder)
    {
        folder = text?.Split('/') is [var kind, var id] && IsKind().IsMatch(kind) && Guid.TryParseExact(id, "D", out var guid)
            ? new BlobFolder(kind, guid)
            : null;
        if (folder?.ToString() != text) folder = null;
        return folder is not null;
    }

    public override string ToString() => $"{Kind}/{Id:D}";

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex IsKind();
}
