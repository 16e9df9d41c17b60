using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>Something worn or held, and its colour.</summary>
public sealed record Accessory(AccessoryKind Kind, Rgba Color);

/// <summary>How one mascot's shape differs from its kind's: factors about 1.</summary>
public sealed record Build(float Head = 1, float Ears = 1, float Girth = 1, float Height = 1, float Tail = 1, float EyeSize = 1,
    float EyeSpacing = 1);

/// <summary>
/// Everything that says what a mascot looks like. It is stored with the mascot, and the same design always gives the same pictures, so the
/// mascot keeps its identity.
/// </summary>
public sealed record MascotDesign
{
    public required Species Species { get; init; }

    public required MascotStyle Style { get; init; }

    /// <summary>The colour of its fur, skin or, for a person, its clothes.</summary>
    public required Rgba Body { get; init; }

    /// <summary>The colour of its belly and muzzle; a person's skin.</summary>
    public required Rgba Second { get; init; }

    /// <summary>The colour of what markings, hair or wings it has.</summary>
    public required Rgba Marks { get; init; }

    /// <summary>The colour of what it wears where nothing else is said.</summary>
    public required Rgba Accent { get; init; }

    /// <summary>The colour of its irises.</summary>
    public required Rgba Eyes { get; init; }

    public Mood Mood { get; init; } = Mood.Happy;

    public Outfit Outfit { get; init; }

    public Pattern Pattern { get; init; }

    public ImmutableArray<Accessory> Accessories { get; init; } = [];

    /// <summary>The brand's colours, the most important first; may be empty.</summary>
    public ImmutableArray<Rgba> Brand { get; init; } = [];

    public Build Build { get; init; } = new();

    /// <summary>Long hair, for a person.</summary>
    public bool LongHair { get; init; }

    /// <summary>What all that is left to chance follows from.</summary>
    public int Seed { get; init; }

    /// <summary>Null: it wears none of this kind.</summary>
    public Accessory? Worn(AccessoryKind kind) => Accessories.FirstOrDefault(accessory => accessory.Kind == kind);

    public string ToJson() => JsonSerializer.Serialize(this, MascotJson.Default.MascotDesign);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a design.</exception>
    public static MascotDesign FromJson(string json) =>
        JsonSerializer.Deserialize(json, MascotJson.Default.MascotDesign) ?? throw new JsonException("A mascot's design can't be null.");
}

/// <summary>The JSON of designs; enumerations by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MascotDesign))]
public sealed partial class MascotJson : JsonSerializerContext;
