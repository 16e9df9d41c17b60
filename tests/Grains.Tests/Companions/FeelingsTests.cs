using FsCheck;
using FsCheck.Xunit;
using Platform.Companions;

namespace Platform.Tests.Companions;

public sealed class FeelingsTests
{
    private static readonly DateTimeOffset Birth = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Property]
    public bool Whatever_is_heard_every_value_stays_in_its_range(PositiveInt[] minutes, int seed)
    {
        var random = new Random(seed);
        var (feelings, now) = (Feelings.AtBirth(Birth), Birth);
        foreach (var wait in minutes)
        {
            now += TimeSpan.FromMinutes(wait.Get);
            feelings = feelings.Hear(AnyAppraisal(random), now);
        }

        var (l, x, f, j, a) = feelings.Emotions;
        double[] units = [l, x, f, j, a];
        return units.All(value => value is >= 0 and <= 1) && feelings is { Energy: >= 0 and <= 100, Mood: >= 0 and <= 100, Bond: >= 0 };
    }

    [Property]
    public bool Waiting_twice_is_waiting_once(PositiveInt first, PositiveInt second)
    {
        var start = Feelings.AtBirth(Birth).Hear(new Appraisal(-0.8, 1, 0, 1, Intent.Insult), Birth);
        var middle = Birth.AddMinutes(first.Get);
        var end = middle.AddMinutes(second.Get);
        return Close(start.AsOf(middle).AsOf(end), start.AsOf(end));
    }

    [Fact]
    public void Loneliness_reaches_seven_tenths_after_about_twenty_one_hours_of_silence()
    {
        var feelings = Feelings.AtBirth(Birth);
        Assert.True(feelings.AsOf(Birth.AddHours(20)).Emotions.Loneliness < 0.7);
        Assert.True(feelings.AsOf(Birth.AddHours(21)).Emotions.Loneliness > 0.7);
    }

    [Fact]
    public void A_friendly_word_is_worth_what_the_contract_shows()
    {
        var effect = Feelings.EffectOf(new Appraisal(0.3, 0, 0, 0, Intent.Greeting));
        Assert.Equal((2, 1L), (effect.Mood, effect.Bond));
    }

    [Fact]
    public void Cruelty_costs_mood_bond_and_affection()
    {
        var before = Feelings.AtBirth(Birth).Hear(new Appraisal(0.9, 0, 0, 0, Intent.Compliment), Birth);
        var after = before.Hear(new Appraisal(-1, 0.5, 0, 0, Intent.Insult), Birth);
        Assert.True(after.Mood < before.Mood && after.Bond < before.Bond && after.Emotions.Affection < before.Emotions.Affection);
        Assert.True(after.Emotions.Frustration > before.Emotions.Frustration);
    }

    [Fact]
    public void An_insult_makes_her_sad_until_an_apology()
    {
        var hurt = Feelings.AtBirth(Birth).Hear(Appraiser.Read("You are stupid and I hate you"), Birth);
        Assert.Equal("sad", hurt.Word);
        Assert.NotEqual("sad", hurt.Hear(Appraiser.Read("I'm so sorry"), Birth).Word);
    }

    [Property]
    public bool What_is_stored_is_what_is_read(int seed)
    {
        var feelings = Feelings.AtBirth(Birth).Hear(AnyAppraisal(new Random(seed)), Birth.AddMinutes(7));
        return feelings == Feelings.FromJson(feelings.ToJson());
    }

    [Property]
    public bool A_second_before_an_emotion_passes_a_threshold_it_has_not_and_then_it_has(int seed)
    {
        var random = new Random(seed);
        var felt = Feelings.AtBirth(Birth.AddTicks(random.Next())).Hear(AnyAppraisal(random), Birth.AddHours(1));
        var (value, threshold) = (felt.Emotions.Loneliness, random.NextDouble());
        if (Temperament.Loneliness.UntilAbove(value, threshold) is not { } wait) return false;
        var crossing = felt.At + wait;
        return felt.AsOf(crossing).Emotions.Loneliness > threshold
            && (wait == TimeSpan.Zero || felt.AsOf(crossing.AddSeconds(-1)).Emotions.Loneliness <= threshold);
    }

    [Fact]
    public void What_ebbs_or_rests_below_a_threshold_never_passes_it()
    {
        Assert.Null(Temperament.Excitement.UntilAbove(0.5, 0.8));
        Assert.Null(Temperament.Loneliness.UntilAbove(0.5, 1));
        Assert.Null(Temperament.Frustration.UntilAbove(0.1, 0.1));
    }

    [Fact]
    public void No_chat_however_long_drives_an_emotion_to_its_end()
    {
        var (feelings, now) = (Feelings.AtBirth(Birth), Birth);
        for (var i = 0; i < 100; i++) feelings = feelings.Hear(new Appraisal(0.4, 0.4, 0, 0.3, Intent.Statement), now = now.AddMinutes(1));
        var (l, x, f, j, a) = feelings.Emotions;
        Assert.All([l, x, f, j, a], value => Assert.InRange(value, 0.0001, 0.999));
        Assert.InRange(l, 0.2, 0.3);
    }

    [Fact]
    public void After_a_long_talk_it_takes_most_of_a_day_to_be_lonely()
    {
        var (feelings, now) = (Feelings.AtBirth(Birth), Birth);
        for (var i = 0; i < 30; i++) feelings = feelings.Hear(new Appraisal(0.4, 0.4, 0, 0, Intent.Statement), now = now.AddMinutes(1));
        var wait = Temperament.Loneliness.UntilAbove(feelings.Emotions.Loneliness, 0.7)!.Value;
        Assert.InRange(wait.TotalHours, 20, 24);
    }

    [Theory]
    [InlineData(0.35, 0.72, 0.11, 0.20, 0.68, "chatty")]
    [InlineData(0.30, 0.50, 0.10, 0.10, 0.50, "neutral")]
    [InlineData(0.30, 0.40, 0.10, 0.10, 0.70, "happy")]
    [InlineData(0.30, 0.10, 0.10, 0.10, 0.31, "sad")]
    [InlineData(0.30, 0.90, 0.10, 0.10, 0.70, "excited")]
    [InlineData(0.75, 0.10, 0.10, 0.10, 0.70, "lonely")]
    [InlineData(0.75, 0.90, 0.60, 0.10, 0.70, "grumpy")]
    public void A_mood_has_a_word(double loneliness, double excitement, double frustration, double jealousy, double affection, string word) =>
        Assert.Equal(word, Temperament.MoodOf(new Emotions(loneliness, excitement, frustration, jealousy, affection)));

    private static Appraisal AnyAppraisal(Random random) => new(
        random.NextDouble() * 2 - 1, random.NextDouble(), random.NextDouble(), random.NextDouble(), Intent.Statement);

    private static bool Close(Feelings a, Feelings b) =>
        Math.Abs(a.Emotions.Loneliness - b.Emotions.Loneliness) < 1e-9
        && Math.Abs(a.Emotions.Frustration - b.Emotions.Frustration) < 1e-9
        && Math.Abs(a.Mood - b.Mood) < 1e-9;
}
