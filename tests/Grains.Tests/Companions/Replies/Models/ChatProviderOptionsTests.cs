using System.Reflection;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Companions;
using Platform.Companions.Replies;
using Platform.Conversations;

namespace Platform.Tests.Companions.Replies.Models;

/// <summary>What a server refuses to start with.</summary>
public sealed class ChatProviderOptionsTests
{
    [Theory]
    [InlineData("Chat:Provider", "Provider=oracle")]
    [InlineData("Chat:OpenAI:Model", "Provider=openai", "OpenAI:BaseUrl=http://localhost/v1")]
    [InlineData("Chat:OpenAI:BaseUrl", "Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=localhost:11434")]
    [InlineData("Chat:OpenAI:BaseUrl", "Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=ftp://localhost")]
    [InlineData("Chat:OpenAI:BaseUrl", "Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=http://a:secret@localhost")]
    [InlineData("Chat:OpenAI:BaseUrl", "Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=http://localhost/?key=secret")]
    [InlineData("Chat:OpenAI:ApiKey", "Provider=openai", "OpenAI:Model=test")]
    [InlineData("Chat:OpenAI:ApiKey", "Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=a secret")]
    [InlineData("Chat:OpenAI:Timeout", "Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=k", "OpenAI:Timeout=60")]
    [InlineData("Chat:OpenAI:Timeout", "Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=k", "OpenAI:Timeout=00:00:00")]
    [InlineData("Chat:OpenAI:PromptTokens", "Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=k", "OpenAI:PromptTokens=5")]
    public void A_wrong_setting_is_refused_by_its_name(string setting, params string[] settings)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Start(settings));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Provider=builtin", "OpenAI:BaseUrl=nonsense")]
    [InlineData("Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=sk-1\n")]
    [InlineData("Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=http://localhost:11434/v1/")]
    [InlineData("Provider=openai", "OpenAI:Model=test", "OpenAI:BaseUrl=http://localhost/v1", "OpenAI:Timeout=00:00:25")]
    public void A_right_setting_starts(params string[] settings) => Start(settings);

    [Fact]
    public void Without_a_setting_replies_are_builtin()
    {
        using var services = Services();
        Assert.IsType<BuiltinChatClient>(services.GetRequiredService<IChatClient>());
    }

    [Theory]
    [InlineData(typeof(ICompanionChatGrain), nameof(ICompanionChatGrain.Say))]
    [InlineData(typeof(IConversationGrain), nameof(IConversationGrain.Send))]
    public void A_message_waits_longer_than_any_model_may_take(Type grain, string method)
    {
        var timeout = grain.GetMethod(method)!.GetCustomAttribute<ResponseTimeoutAttribute>()!.Timeout;
        Assert.True(timeout > new OpenAIOptions().Timeout);
        Assert.Throws<OptionsValidationException>(() => Start("Provider=openai", "OpenAI:Model=test", "OpenAI:ApiKey=k", $"OpenAI:Timeout={timeout}"));
    }

    private static void Start(params string[] settings)
    {
        using var services = Services(settings);
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<IChatClient>());
    }

    private static ServiceProvider Services(params string[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddChat(ModelTest.Configuration([.. settings.Select(setting => setting.Split('=', 2)).Select(pair => (pair[0], pair[1]))]));
        return services.BuildServiceProvider();
    }
}
