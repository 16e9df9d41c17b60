using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

internal static class ReferenceServices
{
    /// <summary>What gets the pictures that people refer to.</summary>
    public static void AddReferencePictures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReferenceOptions>().Bind(configuration.GetSection("Generation:References"));
        services.AddSingleton(provider => new PictureFetcher(
            provider.GetRequiredService<IOptions<ReferenceOptions>>().Value.Policy,
            new Internet(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
