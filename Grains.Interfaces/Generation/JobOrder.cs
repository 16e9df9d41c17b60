using System.Text.Json.Serialization;

namespace Platform.Generation;

/// <summary>What is to be made. It is stored with its job, so a field may be added but never renamed.</summary>
[GenerateSerializer, Immutable, Alias("platform.JobOrder")]
[JsonDerivedType(typeof(MascotOrder), "mascot"), JsonDerivedType(typeof(AnimationOrder), "animation")]
[JsonDerivedType(typeof(LogoPackOrder), "logo_pack"), JsonDerivedType(typeof(FiguresOrder), "figures")]
public abstract record JobOrder
{
    [JsonIgnore]
    public abstract JobKind Kind { get; }

    /// <summary>The mascot that it is about, where there is one.</summary>
    [JsonIgnore]
    public virtual string? SubjectId => null;

    /// <summary>What its owner files it under; null: nothing.</summary>
    [JsonIgnore]
    public virtual string? FileId => null;
}

/// <param name="Style">A word of the contract's: <c>kawaii</c>, <c>cartoon</c>, <c>flat</c>, <c>pixel</c>, <c>3d</c>, <c>match_brand</c>.</param>
/// <param name="ReferenceUrl">A picture that the colours are taken from.</param>
[GenerateSerializer, Immutable, Alias("platform.MascotOrder")]
public sealed record MascotOrder(
    [property: Id(0)] string Name,
    [property: Id(1)] string Prompt,
    [property: Id(2)] string Style,
    [property: Id(3)] string? ReferenceUrl,
    [property: Id(4)] string? FigmaFileId) : JobOrder
{
    public override JobKind Kind => JobKind.Mascot;

    public override string? FileId => FigmaFileId;
}

/// <param name="Action">A word of the contract's: <c>wave</c>, <c>backflip</c> …</param>
/// <param name="Resolution">Width and height of a frame, in pixels.</param>
[GenerateSerializer, Immutable, Alias("platform.AnimationOrder")]
public sealed record AnimationOrder(
    [property: Id(0)] string MascotId,
    [property: Id(1)] string Action,
    [property: Id(2)] int Resolution,
    [property: Id(3)] string? FigmaFileId) : JobOrder
{
    public override JobKind Kind => JobKind.Animation;

    public override string? SubjectId => MascotId;

    public override string? FileId => FigmaFileId;
}

/// <param name="BrandColors">As <c>#RRGGBB</c>; none: the mascot's own.</param>
[GenerateSerializer, Immutable, Alias("platform.LogoPackOrder")]
public sealed record LogoPackOrder(
    [property: Id(0)] string MascotId,
    [property: Id(1)] IReadOnlyList<string> BrandColors,
    [property: Id(2)] string? FigmaFileId) : JobOrder
{
    public override JobKind Kind => JobKind.LogoPack;

    public override string? SubjectId => MascotId;

    public override string? FileId => FigmaFileId;
}

/// <param name="Filters">Dimension to value: <c>pose</c> to <c>standing</c>.</param>
/// <param name="Count">How many pictures, 1 to 4.</param>
/// <param name="Model">The key of a model in <see cref="FigureModels"/>.</param>
/// <param name="Seed">Of the first picture; the next ones count on. Null: the job's own.</param>
/// <param name="Format"><c>jpeg</c> or <c>png</c>.</param>
/// <param name="Tags">Beside those that the filters make.</param>
/// <param name="IsPublic">Whether everybody sees the pictures.</param>
/// <param name="Parameters">What the client sent, as JSON, to be shown again.</param>
[GenerateSerializer, Immutable, Alias("platform.FiguresOrder")]
public sealed record FiguresOrder(
    [property: Id(0)] string Prompt,
    [property: Id(1)] IReadOnlyDictionary<string, string> Filters,
    [property: Id(2)] int Count,
    [property: Id(3)] string Model,
    [property: Id(4)] long? Seed,
    [property: Id(5)] string Format,
    [property: Id(6)] IReadOnlyList<string> Tags,
    [property: Id(7)] bool IsPublic,
    [property: Id(8)] string Parameters) : JobOrder
{
    public override JobKind Kind => JobKind.Figures;
}
