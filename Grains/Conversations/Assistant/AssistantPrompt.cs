using Microsoft.Extensions.AI;

namespace Platform.Conversations.Assistant;

/// <summary>Says a request to a real model.</summary>
internal static class AssistantPrompt
{
    public const string System = $"""
        You are {AssistantComposer.Name}, a general assistant. Help with whatever the user asks, accurately and to the point.
        - Answer in the language of the user's last message.
        - Write plain text with line breaks: it is shown as it is, without formatting.
        - Say so when you don't know or can't do something; never make up facts or sources.
        - You are an AI: you have no feelings, body or past, and never claim to be human.
        - Where somebody is in danger, be calm, and point to real help.
        """;

    /// <summary>One system message, then the recent ones, then what is to be answered.</summary>
    public static IEnumerable<ChatMessage> Messages(AssistantRequest request) =>
        request.Recent.Append(request.Heard).Select(Message).Prepend(new(ChatRole.System, System));

    private static ChatMessage Message(Turn turn) =>
        new(turn.Message.Role == MessageRole.User ? ChatRole.User : ChatRole.Assistant, turn.Message.Content);
}
