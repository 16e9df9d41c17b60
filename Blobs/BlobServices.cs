using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Platform.Blobs;

public static class BlobServices
{
    /// <summary>The store of files that the section <c>Blobs</c> names.</summary>
    /// <param name="dataDirectory">Files are in its <c>blobs</c> where the section names nothing else.</param>
    public static IServiceCollection AddBlobs(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        services.AddOptions<BlobStoreOptions>().Bind(configuration.GetSection("Blobs")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => Create(
            provider.GetRequiredService<IOptions<BlobStoreOptions>>().Value, dataDirectory, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IBlobStore Create(BlobStoreOptions options, string dataDirectory, TimeProvider clock) =>
        options.Provider == BlobStoreOptions.InS3
            ? new S3BlobStore(options.S3, clock)
            : new DirectoryBlobStore(Path.Combine(dataDirectory, "blobs"), clock);
}
