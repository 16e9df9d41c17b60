using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

internal static class GenerationServices
{
    /// <summary>Jobs, what draws them, and what is kept of them.</summary>
    public static IServiceCollection AddGeneration(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GenerationOptions>().Bind(configuration.GetSection("Generation")).ValidateDataAnnotations().ValidateOnStart();
        services.AddReferencePictures(configuration);
        services.AddImages(configuration);
        services.AddSingleton<RenderThreads>();
        services.AddSingleton<AnimationFilms>();
        services.AddSingleton<IRenderer>(provider => provider.GetRequiredService<IOptions<ImagesOptions>>().Value.Provider == ImagesOptions.Builtin
            ? ActivatorUtilities.CreateInstance<BuiltinRenderer>(provider)
            : ActivatorUtilities.CreateInstance<OpenAIRenderer>(provider));
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobCharges>();
        services.AddSingleton<JobFiles>();
        services.AddSingleton<JobWorker>();
        services.AddSingleton<JobServices>();
        services.AddSingleton<RenderQueue>();
        services.AddSingleton<BrandColors>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<FigureMarks>();
        services.AddSingleton<FigureRemoval>();
        services.AddHostedService<JobSweeper>();
        services.AddHostedService<OrphanSweeper>();
        return services;
    }
}
