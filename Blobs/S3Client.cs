using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Platform.Blobs;

internal static class S3Client
{
    /// <summary>Beside the first attempt, and with growing pauses.</summary>
    private const int Retries = 3;

    public static AmazonS3Client Create(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            Timeout = options.Timeout,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Retries,
            // Servers that are older than these sums refuse them. What is uploaded is signed with its hash all the same.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            // The settings say all; what lies about in the environment says nothing.
            IgnoreConfiguredEndpointUrls = true,
        };
        if (string.IsNullOrWhiteSpace(options.Endpoint))
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }
        else
        {
            config.ServiceURL = options.Endpoint.Trim();
            config.AuthenticationRegion = options.Region;
        }

        return new AmazonS3Client(new BasicAWSCredentials(options.AccessKey!.Trim(), options.SecretKey!.Trim()), config);
    }

    /// <summary>What a <c>Content-Range: bytes 5-9/25</c> says of the whole.</summary>
    /// <exception cref="IOException">It says nothing.</exception>
    public static long TotalLength(string? contentRange) =>
        long.TryParse(contentRange?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new IOException("The server was asked for a range, and answered without one.");
}
