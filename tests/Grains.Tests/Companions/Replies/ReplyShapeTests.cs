using System.Text;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Platform.Companions;
using Platform.Companions.Replies;
using Platform.Companions.Replies.Phrases;

namespace Platform.Tests.Companions.Replies;

public sealed partial class ReplyShapeTests
{
    private static readonly string[] Messages =
    [
        "hi", "how are you?", "I got promoted today!", "my dog ate my homework", "I'm tired", "what color is your hair?",
        "tell me about yourself",
        "tell me a story", "thanks", "sorry", "I love you", "you are stupid", "good night", "why is the sky blue?", "my name is Ana",
        "ok", "lol", "Привет",
        "do you like pizza?", "my grandma died", "I want to kill myself", "did you miss me?", "😂", "I like your hair",
        "do you remember my name?",
    ];

    private static readonly string[] Emotions = ["neutral", "happy", "sad", "excited", "tired", "lonely", "unheard-of"];

    private static readonly string[] Traits =
    [
        "cheerful", "curious", "shy", "sarcastic", "caring", "playful", "calm", "tsundere", "energetic", "wise", "mischievous",
        "gloomy", "romantic",
        "nerdy", "brave", "formal", "mysterious", "unknowable",
    ];

    [Property(MaxTest = 400, Arbitrary = [typeof(Strange)])]
    public void Every_reply_to_any_text_is_well_formed(StrangeText text, ulong seed) => AssertWellFormed(ReplyComposer.Compose(Requests.Of(text.Value, seed)));

    [Property(MaxTest = 300)]
    public void Every_reply_to_any_string_is_well_formed(string? text, ulong seed) => AssertWellFormed(ReplyComposer.Compose(Requests.Of(text ?? "", seed)));

    [Property(MaxTest = 400, Arbitrary = [typeof(Strange)])]
    public void Every_reply_of_any_persona_is_well_formed(StrangeText name, StrangeText look, StrangeText past, double feeling, long bond, long silence, ulong seed)
    {
        var persona = new Persona(
            name.Value, look.Value, [look.Value, Traits[seed % (ulong)Traits.Length]], past.Value, new Dictionary<string, string> { [look.Value] = name.Value, ["hair"] = look.Value });
        var emotions = new Emotions(feeling, feeling, feeling, feeling, feeling);
        var request = Requests.Of(
            Messages[seed % (ulong)Messages.Length], seed, persona, emotions, Emotions[seed % (ulong)Emotions.Length], bond, TimeSpan.FromTicks(silence),
            new PastMessage(true, past.Value), new PastMessage(false, look.Value));
        AssertWellFormed(ReplyComposer.Compose(request));
    }

    [Fact]
    public void Every_manner_and_emotion_answers_every_kind_of_message()
    {
        foreach (var trait in Traits)
        {
            foreach (var emotion in Emotions)
            {
                foreach (var message in Messages)
                    AssertWellFormed(ReplyComposer.Compose(Requests.Of(message, (ulong)(trait.Length + message.Length), Requests.With(trait), emotion: emotion)));
            }
        }
    }

    [Property]
    public void Equal_requests_get_equal_replies(ulong seed)
    {
        var message = Messages[seed % (ulong)Messages.Length];
        Assert.Equal(ReplyComposer.Compose(Requests.Of(message, seed)), ReplyComposer.Compose(Requests.Of(message, seed)));
    }

    [Theory]
    [InlineData("I went to the beach with my sister")]
    [InlineData("hello")]
    [InlineData("how are you?")]
    [InlineData("I feel so lonely")]
    public void Seeds_give_variety(string text) => Assert.True(Requests.Replies(Requests.Of(text)).Distinct().Count() >= 30);

    [Fact]
    public void The_phrase_tables_hold_hundreds_of_lines_with_slots_that_are_known()
    {
        var banks = typeof(Bank).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Statements).Namespace)
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Bank))
            .Select(field => (Bank)field.GetValue(null)!)
            .Concat(Subjects.All);
        var lines = banks.SelectMany(bank => bank.Lines).ToList();
        Assert.True(lines.Count > 600, $"{lines.Count} lines");
        string[] slots = [",you", ",name", "me", "user", "topic", "echo", "like", "look", "looks", "traits", "world", "silence"];
        foreach (var line in lines)
        {
            Assert.Equal(line.Trim(), line);
            Assert.DoesNotContain("  ", line, StringComparison.Ordinal);
            foreach (Match slot in Slot().Matches(line))
                Assert.Contains(slot.Groups[1].Value.ToLowerInvariant(), slots);
        }
    }

    private static void AssertWellFormed(string reply)
    {
        Assert.InRange(reply.Length, 1, 600);
        Assert.Equal(reply.Trim(), reply);
        Assert.DoesNotContain("  ", reply, StringComparison.Ordinal);
        Assert.DoesNotMatch(Slot(), reply);
        Assert.Equal(reply, Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(reply)));
        if (reply.FirstOrDefault(char.IsLetter) is var first && first < 0x80)
            Assert.False(char.IsLower(first), reply);
    }

    [GeneratedRegex(@"\{([^{} ]*)\}")]
    private static partial Regex Slot();
}
