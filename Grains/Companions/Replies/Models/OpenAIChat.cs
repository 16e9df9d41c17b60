using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace Platform.Companions.Replies.Models;

/// <summary>A model behind any server that speaks OpenAI's chat completions: OpenAI, Ollama, vLLM, llama.cpp.</summary>
internal static class OpenAIChat
{
    private const string HttpClientName = "chat.openai";

    /// <summary>The SDK wants a key; a server that asks for none ignores it.</summary>
    private const string NoKey = "none";

    public static void AddOpenAIChat(this IServiceCollection services)
    {
        services.AddHttpClient(HttpClientName)
            // One client lives as long as the process: its connections are renewed, so that a new address in the DNS is seen.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They would log headers, of which one is the key.
            .RemoveAllLoggers()
            .AddResilienceHandler("chat", (pipeline, context) => ModelResilience.Configure(
                pipeline, Settings(context.ServiceProvider).Timeout, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(Create);
    }

    private static IChatClient Create(IServiceProvider services)
    {
        var settings = Settings(services);
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName)),
            // The pipeline of the HTTP client retries; doing so here too would multiply the attempts.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            // The deadline below covers reading too, and lives by the injected clock.
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
        };
        var key = string.IsNullOrWhiteSpace(settings.ApiKey) ? NoKey : settings.ApiKey.Trim();
        var client = new ChatClient(settings.Model, new ApiKeyCredential(key), options).AsIChatClient();
        return new RemoteChatClient(client, settings.Timeout, services.GetRequiredService<TimeProvider>());
    }

    private static OpenAIOptions Settings(IServiceProvider services) =>
        services.GetRequiredService<IOptions<ChatProviderOptions>>().Value.OpenAI;
}
