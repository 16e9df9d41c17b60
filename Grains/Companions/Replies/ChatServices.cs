using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Companions.Replies.Models;

namespace Platform.Companions.Replies;

internal static class ChatServices
{
    /// <summary>The engine that the section <c>Chat</c> names, and what has it write replies.</summary>
    public static void AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Chat");
        services.AddOptions<ChatProviderOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReplyEngine>();
        services.AddSingleton<ReplyWriter>();
        // A server whose replies need no network doesn't load what speaks to one.
        if (section[nameof(ChatProviderOptions.Provider)] == ChatProviderOptions.OpenAIProtocol) services.AddOpenAIChat();
        else services.TryAddSingleton<IChatClient, BuiltinChatClient>();
    }
}
