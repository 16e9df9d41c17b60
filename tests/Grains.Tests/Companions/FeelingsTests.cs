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

    private static Appraisal AnyAppraisal(Random random) => new(
        random.NextDouble() * 2 - 1, random.NextDouble(), random.NextDouble(), random.NextDouble(), Intent.Statement);

    private static bool Close(Feelings a, Feelings b) =>
        Math.Abs(a.Emotions.Loneliness - b.Emotions.Loneliness) < 1e-9
        && Math.Abs(a.Emotions.Frustration - b.Emotions.Frustration) < 1e-9
        && Math.Abs(a.Mood - b.Mood) < 1e-9;
}
