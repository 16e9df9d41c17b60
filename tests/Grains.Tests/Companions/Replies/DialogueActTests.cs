using System.Text.RegularExpressions;
using Platform.Companions.Replies;
using Platform.Companions.Replies.Phrases;

namespace Platform.Tests.Companions.Replies;

/// <summary>Each kind of message gets an answer of its kind, of every persona and in every mood.</summary>
public sealed partial class DialogueActTests
{
    private static readonly string[] Traits = ["plain", "cheerful", "shy", "sarcastic", "tsundere", "wise", "gloomy", "nerdy"];
    private static readonly string[] Emotions = ["neutral", "happy", "sad", "lonely", "excited", "tired"];

    [Theory]
    [InlineData("hello")]
    [InlineData("Good morning!")]
    [InlineData("hey luna")]
    public void A_greeting_is_greeted(string text) => AssertAnswered(text, Greetings.Hello);

    [Theory]
    [InlineData("thank you so much")]
    [InlineData("thanks!")]
    public void Thanks_are_accepted(string text) => AssertAnswered(text, Courtesies.Welcome);

    [Theory]
    [InlineData("I'm sorry for what I said")]
    [InlineData("sorry!")]
    public void An_apology_is_accepted(string text) => AssertAnswered(text, Courtesies.Forgives);

    [Theory]
    [InlineData("you are stupid")]
    [InlineData("shut up, you idiot")]
    public void An_insult_hurts(string text) => AssertAnswered(text, Courtesies.Hurt);

    [Theory]
    [InlineData("bye")]
    [InlineData("see you later!")]
    [InlineData("I have to go, goodbye")]
    public void A_farewell_is_said_back(string text) => AssertAnswered(text, Greetings.Goodbye);

    [Fact]
    public void A_good_night_is_wished_back() => AssertAnswered("good night", Greetings.GoodNight);

    [Theory]
    [InlineData("you look beautiful")]
    [InlineData("you're so sweet")]
    public void A_compliment_flatters(string text) => AssertAnswered(text, Courtesies.Flattered);

    [Theory]
    [InlineData("what is the capital of France?")]
    [InlineData("how many people live in Japan?")]
    public void A_question_is_thought_about(string text) => AssertAnswered(text, Questions.Topical, Questions.Plain);

    [Theory]
    [InlineData("my name is Ana", "Ana")]
    [InlineData("call me Björn", "Björn")]
    public void A_name_that_is_told_is_taken_up(string text, string name) =>
        Assert.All(Replies(text), reply => Assert.Contains(name, reply, StringComparison.Ordinal));

    [Theory]
    [InlineData("I work as a nurse in a hospital far away from here and I sing in a choir on Sundays")]
    [InlineData("I play the violin")]
    [InlineData("I grew up in a small village")]
    public void What_somebody_tells_of_themselves_is_never_answered_with_a_courtesy(string text)
    {
        foreach (var bank in new[] { Greetings.Goodbye, Courtesies.Welcome, Courtesies.Forgives, Courtesies.Hurt, Questions.Plain })
            Assert.DoesNotContain(Replies(text), reply => Has(reply, bank));
    }

    [Fact]
    public void What_was_told_at_the_start_comes_back_for_twenty_turns()
    {
        string[] chat = ["I went for a walk", "ok", "what a day", "I saw a bird", "do you like tea?"];
        for (var asked = 2; asked <= 20; asked++)
        {
            var name = Talks.Of(asked, turn => turn == 0 ? "hi, my name is Ana" : turn == asked - 1 ? "do you remember my name?" : chat[turn % chat.Length]);
            Assert.Contains("Ana", name[^1], StringComparison.Ordinal);
            var like = Talks.Of(asked, turn => turn == 0 ? "I love old trains" : turn == asked - 1 ? "what do I like?" : chat[turn % chat.Length]);
            Assert.Contains("old trains", like[^1], StringComparison.OrdinalIgnoreCase);
        }
    }

    private static void AssertAnswered(string text, params Bank[] banks) =>
        Assert.All(Replies(text), reply => Assert.True(banks.Any(bank => Has(reply, bank)), $"{text}: {reply}"));

    private static IEnumerable<string> Replies(string text) =>
        from trait in Traits
        from emotion in Emotions
        from seed in Enumerable.Range(0, 5)
        select ReplyComposer.Compose(Requests.Of(text, (ulong)seed, Requests.With(trait), emotion: emotion));

    /// <summary>Whether a line of the bank stands in the reply, whatever fills its slots and however loud it is said.</summary>
    private static bool Has(string reply, Bank bank) =>
        bank.Lines.Any(line => Regex.IsMatch(Plain(reply), Slot().Replace(Regex.Escape(Plain(line)), ".*"), RegexOptions.IgnoreCase));

    private static string Plain(string text) => text.Replace('!', '.').Replace("?.", "?", StringComparison.Ordinal);

    [GeneratedRegex(@"\\\{[^}]*}")]
    private static partial Regex Slot();
}
