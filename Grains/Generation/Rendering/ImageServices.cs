using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

internal static class ImageServices
{
    private const string HttpClientName = "images.openai";

    /// <summary>What the section <c>Images</c> says, and an <see cref="OpenAIImages"/> if it names one.</summary>
    public static void AddImages(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Images");
        services.AddOptions<ImagesOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        if (section[nameof(ImagesOptions.Provider)] != ImagesOptions.OpenAIProtocol) return;
        services.AddHttpClient(HttpClientName)
            // One client lives as long as the process: its connections are renewed, so that a new address in the DNS is seen.
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = OpenAIImages.MaxAnswerBytes;
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                // The key goes to the configured server, and not to where it might point.
                handler.AllowAutoRedirect = false;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They would log headers, of which one is the key.
            .RemoveAllLoggers();
        services.AddSingleton(Create);
    }

    private static OpenAIImages Create(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<ImagesOptions>>().Value.OpenAI;
        var clock = services.GetRequiredService<TimeProvider>();
        var policy = new PicturePolicy { MaxBytes = OpenAIImages.MaxPictureBytes, Time = settings.Timeout, Trusted = settings.Endpoint };
        return new OpenAIImages(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            settings,
            new PictureDownload(policy, new Internet(), clock),
            clock,
            services.GetRequiredService<ILogger<OpenAIImages>>());
    }
}
