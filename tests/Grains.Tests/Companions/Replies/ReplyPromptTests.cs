using Microsoft.Extensions.AI;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class ReplyPromptTests
{
    private const int Plenty = 100_000;

    [Fact]
    public void A_prompt_is_the_system_message_then_the_recent_ones_then_the_text()
    {
        var messages = ReplyPrompt.Messages(Requests.Of("how are you?", recent: [new(true, "hi"), new(false, "Hello.")]), Plenty).ToList();
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal(["hi", "Hello.", "how are you?"], messages.Skip(1).Select(message => message.Text));
        Assert.DoesNotContain("Earlier", messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_system_message_says_who_she_is_and_how_she_feels()
    {
        var system = System(Requests.Of("hi", emotions: new(0.9, 0, 0, 0, 0.5), emotion: "lonely", silence: TimeSpan.FromDays(3)));
        foreach (var part in new[] { "Luna", "anime", "cheerful", "friendly", "hair color: Silver", "very lonely (0.90)", "three days", "120 words", "an AI" })
            Assert.Contains(part, system, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grave_message_is_marked() =>
        Assert.Contains("The message is grave.", System(Requests.Of("my mother died")), StringComparison.Ordinal);

    [Theory]
    [InlineData(700)]
    [InlineData(1_000)]
    [InlineData(1_500)]
    public void The_newest_messages_fill_the_budget_and_never_pass_it(int tokens)
    {
        var recent = Enumerable.Range(0, 60).Select(i => new PastMessage(i % 2 == 0, $"Message {i}: {new string('x', 50)}")).ToArray();
        var messages = ReplyPrompt.Messages(Requests.Of("how are you?", recent: recent), tokens).ToList();
        var shown = messages.Skip(1).SkipLast(1).Select(message => message.Text).ToList();
        Assert.InRange(shown.Count, 1, recent.Length - 1);
        Assert.Equal(recent.TakeLast(shown.Count).Select(message => message.Content), shown);
        Assert.InRange(messages.Sum(message => Tokens(message.Text)), tokens - 60, tokens + 40);
        Assert.Contains($"Earlier: {60 - shown.Count} messages", messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_leaves_the_users_facts_behind()
    {
        PastMessage[] recent =
        [
            new(true, "My name is Bea"), new(false, "I love nothing"), new(true, "I love jazz"), new(true, "call me Ana"), new(true, "i like rainy days"),
            new(true, new string('x', 9_000)),
        ];
        var messages = ReplyPrompt.Messages(Requests.Of("hi", recent: recent), 1_000).ToList();
        Assert.Equal(2, messages.Count);
        Assert.Contains("Earlier: 6 messages that are not shown here. The user's name is Ana. The user likes rainy days, jazz.", messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_there_even_when_nothing_fits() =>
        Assert.Equal("hi", ReplyPrompt.Messages(Requests.Of("hi", recent: [new(true, "before")]), 1).Last().Text);

    private static string System(ReplyRequest request) => ReplyPrompt.Messages(request, Plenty).First().Text;

    private static int Tokens(string text) => HistoryWindow.Tokens(text);
}
