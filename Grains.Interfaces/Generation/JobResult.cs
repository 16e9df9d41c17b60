using System.Text.Json.Serialization;

namespace Platform.Generation;

/// <summary>
/// What a job has made. Files are keys of the blob store. It is stored with its job, so a field may be added but never renamed.
/// </summary>
[GenerateSerializer, Immutable, Alias("platform.JobResult")]
[JsonDerivedType(typeof(MascotResult), "mascot"), JsonDerivedType(typeof(AnimationResult), "animation")]
[JsonDerivedType(typeof(LogoPackResult), "logo_pack"), JsonDerivedType(typeof(FiguresResult), "figures")]
public abstract record JobResult
{
    /// <summary>Every file that it needs.</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> Files { get; }
}

/// <param name="Character">What the mascot looks like, for whoever draws it again; null: only its pictures tell.</param>
[GenerateSerializer, Immutable, Alias("platform.MascotResult")]
public sealed record MascotResult(
    [property: Id(0)] string FullBody, [property: Id(1)] string Avatar, [property: Id(2)] string Icon, [property: Id(3)] string? Character) : JobResult
{
    public override IEnumerable<string> Files => [FullBody, Avatar, Icon];
}

/// <param name="Webm">Null: there was nothing here that makes videos.</param>
/// <param name="Mov">Null: as above.</param>
/// <param name="Columns">Frames in a row of the sprite sheet.</param>
[GenerateSerializer, Immutable, Alias("platform.AnimationResult")]
public sealed record AnimationResult(
    [property: Id(0)] string SpriteSheet,
    [property: Id(1)] string Lottie,
    [property: Id(2)] string? Webm,
    [property: Id(3)] string? Mov,
    [property: Id(4)] int FrameCount,
    [property: Id(5)] int DurationMs,
    [property: Id(6)] int Columns) : JobResult
{
    public override IEnumerable<string> Files => new[] { SpriteSheet, Lottie, Webm, Mov }.OfType<string>();
}

[GenerateSerializer, Immutable, Alias("platform.LogoFile")]
public sealed record LogoFile([property: Id(0)] string Name, [property: Id(1)] int Width, [property: Id(2)] int Height, [property: Id(3)] string File);

[GenerateSerializer, Immutable, Alias("platform.LogoPackResult")]
public sealed record LogoPackResult([property: Id(0)] IReadOnlyList<LogoFile> Sizes, [property: Id(1)] string Zip) : JobResult
{
    public override IEnumerable<string> Files => [.. Sizes.Select(size => size.File), Zip];
}

/// <param name="Id">Unique, and rising with time.</param>
[GenerateSerializer, Immutable, Alias("platform.FigurePicture")]
public sealed record FigurePicture(
    [property: Id(0)] string Id,
    [property: Id(1)] string File,
    [property: Id(2)] string Thumbnail,
    [property: Id(3)] int Width,
    [property: Id(4)] int Height,
    [property: Id(5)] long Seed);

/// <param name="Tags">What all of the pictures show, as <c>dimension:value</c>.</param>
[GenerateSerializer, Immutable, Alias("platform.FiguresResult")]
public sealed record FiguresResult(
    [property: Id(0)] IReadOnlyList<FigurePicture> Pictures, [property: Id(1)] IReadOnlyList<string> Tags) : JobResult
{
    public override IEnumerable<string> Files => Pictures.SelectMany(picture => new[] { picture.File, picture.Thumbnail });
}
