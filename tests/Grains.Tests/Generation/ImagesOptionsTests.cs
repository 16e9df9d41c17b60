using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Generation;

namespace Platform.Tests.Generation;

/// <summary>What a server refuses to start with.</summary>
public sealed class ImagesOptionsTests
{
    [Theory]
    [InlineData("Images:Provider", "Provider=oracle")]
    [InlineData("Images:OpenAI:BaseUrl", "Provider=openai", "OpenAI:BaseUrl=localhost:8080")]
    [InlineData("Images:OpenAI:BaseUrl", "Provider=openai", "OpenAI:BaseUrl=http://a:secret@localhost")]
    [InlineData("Images:OpenAI:ApiKey", "Provider=openai")]
    [InlineData("Images:OpenAI:ApiKey", "Provider=openai", "OpenAI:ApiKey=a secret")]
    [InlineData("Images:OpenAI:Model", "Provider=openai", "OpenAI:ApiKey=k", "OpenAI:Model=")]
    [InlineData("Images:OpenAI:Timeout", "Provider=openai", "OpenAI:ApiKey=k", "OpenAI:Timeout=120")]
    [InlineData("Images:OpenAI:MaxConcurrency", "Provider=openai", "OpenAI:ApiKey=k", "OpenAI:MaxConcurrency=0")]
    public void A_wrong_setting_is_refused_by_its_name(string setting, params string[] settings)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Start(settings));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "Provider=builtin", "OpenAI:BaseUrl=nonsense")]
    [InlineData(true, "Provider=openai", "OpenAI:ApiKey=sk-1\n")]
    [InlineData(true, "Provider=openai", "OpenAI:BaseUrl=http://localhost:8080/v1/", "OpenAI:Timeout=00:05:00", "OpenAI:Model=sdxl")]
    public void A_right_setting_starts(bool isRemote, params string[] settings) => Assert.Equal(isRemote, Start(settings) is not null);

    private static OpenAIImages? Start(params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create($"Images:{pair[0]}", (string?)pair[1]));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddImages(new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetService<OpenAIImages>();
    }
}
