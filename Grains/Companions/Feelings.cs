using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Companions;

/// <summary>
/// What a companion felt at <see cref="At"/>, and by a closed form at any later moment: each value moves towards a rest of its own with a
/// half-life, so nothing ever ticks.
/// </summary>
/// <param name="Energy">0 to 100.</param>
/// <param name="Mood">0 to 100.</param>
/// <param name="Bond">From 0 upward.</param>
/// <param name="Revision">Rises with every change: of two stored copies the higher one is the truth.</param>
[GenerateSerializer, Immutable, Alias("platform.Feelings")]
internal sealed record Feelings(
    [property: Id(0)] Emotions Emotions,
    [property: Id(1)] double Energy,
    [property: Id(2)] double Mood,
    [property: Id(3)] long Bond,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] long Revision)
{
    private const double Full = 100;

    private static readonly EmotionCurve RestedEnergy = new(Full, 3);
    private static readonly EmotionCurve EvenMood = new(40, 24);

    /// <summary>How a companion comes into the world: rested, content, and a little curious about who is there.</summary>
    public static Feelings AtBirth(DateTimeOffset now) => new(new(0.3, 0.5, 0.1, 0.1, 0.5), Full, Full, 0, now, 0);

    /// <summary>The feelings at <paramref name="now"/> if nothing has happened since; each emotion as its <see cref="Temperament"/> says.</summary>
    public Feelings AsOf(DateTimeOffset now)
    {
        var hours = (now - At).TotalHours;
        if (hours <= 0) return this;
        return this with
        {
            Emotions = new(
                Temperament.Loneliness.After(Emotions.Loneliness, hours),
                Temperament.Excitement.After(Emotions.Excitement, hours),
                Temperament.Frustration.After(Emotions.Frustration, hours),
                Temperament.Jealousy.After(Emotions.Jealousy, hours),
                Temperament.Affection.After(Emotions.Affection, hours)),
            Energy = RestedEnergy.After(Energy, hours),
            Mood = EvenMood.After(Mood, hours),
            At = now,
        };
    }

    /// <summary>The feelings after a message, which lands on what is felt at <paramref name="now"/>.</summary>
    public Feelings Hear(Appraisal message, DateTimeOffset now)
    {
        var felt = AsOf(now);
        var effect = EffectOf(message);
        return felt with
        {
            Emotions = Temperament.Hear(felt.Emotions, message),
            Energy = Percent(felt.Energy + effect.Energy),
            Mood = Percent(felt.Mood + effect.Mood),
            Bond = Math.Max(0, felt.Bond + effect.Bond),
            Revision = Revision + 1,
        };
    }

    /// <summary>What a message is worth: any friendly word lifts the mood and the bond; cruelty costs both; talking tires a little.</summary>
    public static Stats EffectOf(Appraisal message) => message.Kindness switch
    {
        > 0.6 => new(-1, 3, 2),
        > -0.2 => new(-1, 2, 1),
        > -0.6 => new(-1, -2, 0),
        _ => new(-2, -5, -1),
    };

    public Stats Stats => new((int)Math.Round(Energy), (int)Math.Round(Mood), Bond);

    /// <summary>The strongest feeling as a word: neutral, happy, sad, excited or tired.</summary>
    public string Word => this switch
    {
        { Energy: < 20 } => "tired",
        { Mood: < 30 } or { Emotions.Frustration: > 0.45 } or { Emotions.Loneliness: > 0.75 } => "sad",
        { Emotions.Excitement: > 0.7 } => "excited",
        { Mood: >= 60 } => "happy",
        _ => "neutral",
    };

    public string ToJson() => JsonSerializer.Serialize(this, FeelingsJson.Default.Feelings);

    public static Feelings? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize(json, FeelingsJson.Default.Feelings);

    private static double Percent(double value) => Math.Clamp(value, 0, Full);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Feelings))]
internal sealed partial class FeelingsJson : JsonSerializerContext;
