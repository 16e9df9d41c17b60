using FsCheck.Xunit;
using Platform.Companions;
using Platform.Tests.Companions.Replies;

namespace Platform.Tests.Companions;

public sealed class AppraiserTests
{
    [Property(MaxTest = 500)]
    public void Any_string_is_appraised_within_the_ranges(string? text) => AssertInRange(Appraiser.Read(text ?? ""));

    [Property(MaxTest = 500, Arbitrary = [typeof(Strange)])]
    public void Broken_and_foreign_text_is_appraised_within_the_ranges(StrangeText text) => AssertInRange(Appraiser.Read(text.Value));

    [Fact]
    public void The_longest_text_is_appraised_within_the_ranges()
    {
        foreach (var piece in new[] { "a", "!", "😀", "love ", "\ud83d", "really so very hate ", "a.", "سلام ", "\u0301" })
            AssertInRange(Appraiser.Read(string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length))));
    }

    [Theory]
    [InlineData("I love you", "I hate you")]
    [InlineData("you are so kind", "you are so stupid")]
    [InlineData("I like you", "I don't like you")]
    [InlineData("you are funny", "you are not funny")]
    [InlineData("you are very sweet", "you are sweet")]
    [InlineData("I don't hate you", "I hate you")]
    [InlineData("I am happy", "I am not happy")]
    [InlineData("I’m happy", "I’m not happy")]
    [InlineData("ok 😍", "ok 😡")]
    [InlineData("fine :)", "fine :(")]
    [InlineData("my boss is an idiot", "you are an idiot")]
    [InlineData("I am so stupid", "you are so stupid")]
    public void The_first_is_kinder_than_the_second(string kinder, string crueler) =>
        Assert.True(Appraiser.Read(kinder).Kindness > Appraiser.Read(crueler).Kindness);

    [Fact]
    public void Negation_turns_kindness_around()
    {
        Assert.True(Appraiser.Read("you are nice").Kindness > 0.2);
        Assert.True(Appraiser.Read("you are not nice").Kindness < -0.2);
        Assert.True(Appraiser.Read("I don't hate you").Kindness > 0);
    }

    [Theory]
    [InlineData("HELLO THERE MY FRIEND", "hello there my friend")]
    [InlineData("we won!!!", "we won")]
    [InlineData("soooo good", "so good")]
    [InlineData("party 🎉", "party")]
    public void The_first_has_more_energy_than_the_second(string livelier, string flatter) =>
        Assert.True(Appraiser.Read(livelier).Energy > Appraiser.Read(flatter).Energy);

    [Theory]
    [InlineData("my grandma passed away yesterday")]
    [InlineData("I want to die")]
    [InlineData("I want to kill myself")]
    [InlineData("my mother is in the hospital")]
    [InlineData("he has cancer")]
    [InlineData("I think I'm having a heart attack")]
    public void Grave_words_weigh(string text) => Assert.True(Appraiser.Read(text).Gravity >= 0.6);

    [Theory]
    [InlineData("I'm dying to see that movie")]
    [InlineData("my phone died")]
    [InlineData("that joke killed it")]
    [InlineData("I went to the market and bought bread")]
    public void Words_that_only_sound_grave_do_not_weigh(string text) => Assert.True(Appraiser.Read(text).Gravity < 0.3);

    [Theory]
    [InlineData("I talked to ChatGPT all day", 0.6)]
    [InlineData("I made another companion", 0.6)]
    [InlineData("I was busy with other projects", 0.5)]
    [InlineData("I had no time for you", 0.4)]
    public void Talk_of_others_is_rivalry(string text, double atLeast) => Assert.True(Appraiser.Read(text).Rivalry >= atLeast);

    [Theory]
    [InlineData("hi", "Greeting")]
    [InlineData("Hello there!", "Greeting")]
    [InlineData("good night, sleep well", "Farewell")]
    [InlineData("bye!", "Farewell")]
    [InlineData("what is the capital of France?", "Question")]
    [InlineData("should I quit my job", "Question")]
    [InlineData("how are you", "QuestionAboutCompanion")]
    [InlineData("what's your name?", "QuestionAboutCompanion")]
    [InlineData("tell me about yourself", "QuestionAboutCompanion")]
    [InlineData("are you an AI?", "QuestionAboutCompanion")]
    [InlineData("thanks a lot", "Thanks")]
    [InlineData("I'm sorry about yesterday", "Apology")]
    [InlineData("your hair is beautiful", "Compliment")]
    [InlineData("you are so sweet", "Compliment")]
    [InlineData("you are stupid", "Insult")]
    [InlineData("shut up", "Insult")]
    [InlineData("tell me a joke", "Request")]
    [InlineData("can you help me with my essay?", "Request")]
    [InlineData("I went to the beach with my sister", "Statement")]
    [InlineData("The weather is awful", "Statement")]
    [InlineData("my boss is an idiot", "Statement")]
    public void The_intent_is_understood(string text, string intent) =>
        Assert.Equal(Enum.Parse<Intent>(intent), Appraiser.Read(text).Intent);

    [Fact]
    public void An_unknown_language_still_has_its_marks_and_emoji()
    {
        Assert.Equal(Intent.Question, Appraiser.Read("Hvor mange katter har naboen?").Intent);
        Assert.True(Appraiser.Read("今日はとても楽しかった 😍").Kindness > 0.2);
        Assert.True(Appraiser.Read("今日は最悪だった 😡").Kindness < -0.2);
    }

    [Fact]
    public void Nothing_said_appraises_to_nothing() => Assert.Equal(default, Appraiser.Read("  "));

    private static void AssertInRange(Appraisal appraisal)
    {
        Assert.InRange(appraisal.Kindness, -1, 1);
        Assert.InRange(appraisal.Energy, 0, 1);
        Assert.InRange(appraisal.Gravity, 0, 1);
        Assert.InRange(appraisal.Rivalry, 0, 1);
        Assert.True(Enum.IsDefined(appraisal.Intent));
    }
}
