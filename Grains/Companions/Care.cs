namespace Platform.Companions;

/// <summary>What care is worth, and how often it may be given.</summary>
/// <param name="Effect">What it does to the stats.</param>
/// <param name="Cooldown">How long the same can't be done again.</param>
internal readonly record struct Care(Stats Effect, TimeSpan Cooldown)
{
    /// <summary>The effects and times that the product's clients know.</summary>
    public static Care Of(CareAction action) => action switch
    {
        CareAction.Feed => new(new(20, 10, 5), TimeSpan.FromHours(1)),
        CareAction.Play => new(new(20, 10, 5), TimeSpan.FromMinutes(30)),
        CareAction.Hairstyle => new(new(0, 15, 10), TimeSpan.FromHours(2)),
        CareAction.Selfie => new(new(0, 25, 15), TimeSpan.FromHours(4)),
        CareAction.Accessory => new(new(0, 15, 10), TimeSpan.FromHours(3)),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };
}

internal static class CaringFeelings
{
    /// <summary>The feelings after something good has happened that nobody said: it lands on what is felt at <paramref name="now"/>.</summary>
    public static Feelings Gain(this Feelings feelings, Stats gain, DateTimeOffset now)
    {
        var felt = feelings.AsOf(now);
        return felt with
        {
            // Whoever looks after her is there: company, if a silent one.
            Emotions = felt.Emotions with { Loneliness = 0.85 * felt.Emotions.Loneliness },
            Energy = Math.Clamp(felt.Energy + gain.Energy, 0, 100),
            Mood = Math.Clamp(felt.Mood + gain.Mood, 0, 100),
            Bond = felt.Bond + gain.Bond,
            Revision = felt.Revision + 1,
        };
    }
}
