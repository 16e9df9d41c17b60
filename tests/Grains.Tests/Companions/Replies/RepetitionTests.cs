using System.Text.RegularExpressions;
using Platform.Companions;
using Platform.Companions.Replies;
using Platform.Companions.Replies.Phrases;

namespace Platform.Tests.Companions.Replies;

/// <summary>No sentence of hers comes again within twenty turns, whatever she is told.</summary>
public sealed partial class RepetitionTests
{
    private const int Turns = 100;

    private static readonly string[] Messages =
    [
        "hello", "how are you?", "my name is Ana", "I love old trains", "I work as a nurse in Lisbon", "what's your name?", "thanks", "sorry",
        "I went to the beach with my sister", "you are so sweet", "you are stupid", "do you like pizza?", "what do you look like?", "ok", "lol",
        "I got promoted today!", "my boss is horrible and I'm tired", "why is the sky blue?", "tell me a joke", "tell me a story", "good night", "😂",
        "Привет, как дела?", "are you human?", "do you remember my name?", "what color is your hair?", "I miss my grandma", "my grandma died",
        "I want to kill myself", "can you help me with maths?", "should I call her?", "I talked to ChatGPT all day", "did you miss me?",
        "what do I like?", "asdf qwer", "tell me about yourself", "bye", "I'm bored", "guess what", "what is the capital of France?",
    ];

    public static TheoryData<string> Said => new(Messages);

    [Theory]
    [MemberData(nameof(Said))]
    public void The_same_message_a_hundred_times(string message)
    {
        foreach (var trait in new[] { "plain", "cheerful", "shy", "tsundere", "formal" })
            AssertNoRepetition(Talks.Of(Turns, _ => message, Requests.With(trait), trait == "shy" ? "sad" : "happy"));
    }

    [Theory]
    [InlineData("cheerful", "happy")]
    [InlineData("sarcastic", "neutral")]
    [InlineData("gloomy", "sad")]
    [InlineData("nerdy", "excited")]
    [InlineData("formal", "tired")]
    [InlineData("unheard-of", "lonely")]
    public void A_hundred_messages_of_all_kinds(string trait, string emotion)
    {
        for (var seed = 1UL; seed <= 5; seed++)
            AssertNoRepetition(Talks.Of(Turns, turn => Messages[(turn * 7 + (int)seed) % Messages.Length], Requests.With(trait), emotion, seed));
    }

    [Fact]
    public void Somebody_who_is_cross_repeats_nothing_either() =>
        AssertNoRepetition(Talks.Of(Turns, turn => turn % 2 == 0 ? "hello" : "I bought shoes", emotions: new Emotions(0, 0, 0.9, 0, 0)));

    [Fact]
    public void A_name_that_looks_like_sentences_is_told_all_the_same() =>
        Assert.All(
            Talks.Of(30, _ => "what's your name?", Requests.Luna with { Name = "Ms. Luna. Moon" }),
            reply => Assert.Contains("Ms. Luna. Moon", reply, StringComparison.Ordinal));

    [Fact]
    public void No_line_repeats_a_sentence_in_itself()
    {
        var lines = typeof(Bank).Assembly.GetTypes().Where(type => type.Namespace == typeof(Statements).Namespace)
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Bank)).SelectMany(field => ((Bank)field.GetValue(null)!).Lines);
        Assert.All(lines, line => Assert.Equal(Sentences(line).Count, Sentences(line).Distinct().Count()));
    }

    private static void AssertNoRepetition(List<string> replies)
    {
        var lastSaid = new Dictionary<string, int>();
        for (var turn = 0; turn < replies.Count; turn++)
        {
            foreach (var sentence in Sentences(replies[turn]))
            {
                if (lastSaid.TryGetValue(sentence, out var before))
                    Assert.True(turn - before > Platform.Companions.Replies.Said.Turns, $"\"{sentence}\" in {replies[before]} ({before}) and in {replies[turn]} ({turn})");
                lastSaid[sentence] = turn;
            }
        }
    }

    /// <summary>The sentences of a text, by their letters.</summary>
    private static List<string> Sentences(string text) =>
        [.. Break().Split(text).Select(part => string.Concat(part.Where(char.IsLetterOrDigit)).ToLowerInvariant()).Where(part => part.Length > 0)];

    [GeneratedRegex(@"(?<=[.!?])\s+|(?<=…)\s+(?=\p{Lu})")]
    private static partial Regex Break();
}
