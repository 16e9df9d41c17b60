namespace Platform.Companions;

/// <summary>
/// How one emotion moves by itself: v(t) = rest + (v(0) − rest) · 2^(−t / half-life). It never overshoots, so what starts in [0, 1] stays
/// there, and it only rises or only falls, so it passes a threshold at most once.
/// </summary>
/// <param name="Rest">Where it ends if nothing happens: 0 to 1.</param>
/// <param name="HalfLifeHours">The hours in which the distance to the rest halves.</param>
internal readonly record struct EmotionCurve(double Rest, double HalfLifeHours)
{
    public double After(double value, double hours) => Rest + (value - Rest) * Math.Pow(2, -hours / HalfLifeHours);

    /// <summary>The whole seconds until it is above the threshold: t = half-life · log2((rest − v) / (rest − threshold)). Null: never.</summary>
    public TimeSpan? UntilAbove(double value, double threshold)
    {
        if (value > threshold) return TimeSpan.Zero;
        if (Rest <= threshold) return null;
        var time = WholeSeconds(HalfLifeHours * Math.Log2((Rest - value) / (Rest - threshold)));
        var second = TimeSpan.FromSeconds(1);
        // The logarithm and the power round differently.
        while (After(value, time.TotalHours) <= threshold) time += second;
        while (After(value, (time - second).TotalHours) > threshold) time -= second;
        return time;
    }

    private static TimeSpan WholeSeconds(double hours) => TimeSpan.FromSeconds(Math.Floor(hours * 3600));
}

/// <summary>
/// The numbers of every companion. Half-lives of excitement, frustration and jealousy are those of the published decay of Demi's emotions (6,
/// 4 and 3 % in five minutes). There, loneliness is above 0.7 after 20.8 hours of silence; one curve from 0.3 towards 1 with 17 hours does
/// the same. Affection ebbs in days, not in hours: whoever comes back the next morning is still liked.
/// </summary>
internal static class Temperament
{
    public static readonly EmotionCurve Loneliness = new(1.0, 17);
    public static readonly EmotionCurve Excitement = new(0.1, 0.93);
    public static readonly EmotionCurve Frustration = new(0.1, 1.41);
    public static readonly EmotionCurve Jealousy = new(0.1, 1.90);
    public static readonly EmotionCurve Affection = new(0.3, 72);

    /// <summary>What company can do against loneliness, and no more: a day alone after a long talk is still a day alone.</summary>
    private const double Content = 0.25;

    /// <summary>
    /// What a message does. A gain of g takes the share g of what is missing to 1, a loss of g the share g of what is there: the next of its
    /// kind does less, and no chat, however long, drives a value to its end.
    /// </summary>
    public static Emotions Hear(Emotions felt, Appraisal message)
    {
        var kind = Math.Max(0, message.Kindness);
        var unkind = Math.Max(0, -message.Kindness);
        // Any company helps against loneliness, kind company more.
        var company = unkind > 0 ? 0.1 : 0.35 + 0.15 * kind;
        return new(
            felt.Loneliness - company * Math.Max(0, felt.Loneliness - Content),
            Move(felt.Excitement, 0.02 + 0.25 * kind + 0.2 * message.Energy - 0.6 * unkind - 0.3 * message.Gravity),
            Move(felt.Frustration, message.Intent == Intent.Apology ? -0.6 : 0.55 * unkind - 0.2 * kind),
            Move(felt.Jealousy, 0.25 * message.Rivalry - 0.06 * kind),
            Move(felt.Affection, 0.01 + 0.1 * kind - 0.25 * unkind));
    }

    /// <summary>A disposition in one word: chatty, neutral, happy, sad, excited, lonely or grumpy.</summary>
    public static string MoodOf(Emotions felt) => felt switch
    {
        { Frustration: > 0.45 } or { Jealousy: > 0.6 } => "grumpy",
        { Loneliness: > 0.6 } => "lonely",
        { Affection: < 0.35 } => "sad",
        { Excitement: > 0.75 } => "excited",
        { Excitement: > 0.55 } => "chatty",
        { Affection: > 0.55 } => "happy",
        _ => "neutral",
    };

    private static double Move(double value, double gain) =>
        gain >= 0 ? value + Math.Min(gain, 1) * (1 - value) : value * (1 - Math.Min(-gain, 1));
}
