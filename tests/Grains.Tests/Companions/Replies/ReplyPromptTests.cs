using Microsoft.Extensions.AI;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class ReplyPromptTests
{
    [Fact]
    public void A_prompt_is_the_system_message_then_the_recent_ones_then_the_text()
    {
        var messages = ReplyPrompt.Messages(Requests.Of("how are you?", recent: [new(true, "hi"), new(false, "Hello.")])).ToList();
        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal(["hi", "Hello.", "how are you?"], messages.Skip(1).Select(message => message.Text));
    }

    [Fact]
    public void The_system_message_says_who_she_is_and_how_she_feels()
    {
        var system = ReplyPrompt.Messages(Requests.Of("hi", emotions: new(0.9, 0, 0, 0, 0.5), emotion: "lonely", silence: TimeSpan.FromDays(3))).First().Text;
        foreach (var part in new[] { "Luna", "anime", "cheerful", "friendly", "hair color: Silver", "very lonely (0.90)", "three days", "120 words", "an AI" })
            Assert.Contains(part, system, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grave_message_is_marked() =>
        Assert.Contains("The message is grave.", ReplyPrompt.Messages(Requests.Of("my mother died")).First().Text, StringComparison.Ordinal);
}
