using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Platform.Blobs.Tests;

/// <summary>What a server refuses to start with.</summary>
public sealed class BlobStoreOptionsTests
{
    private static readonly string[] S3 =
        ["Provider=s3", "S3:Endpoint=http://localhost:9000", "S3:Bucket=files", "S3:AccessKey=key", "S3:SecretKey=secret"];

    [Theory]
    [InlineData("Blobs:Provider", "Provider=tape")]
    [InlineData("Blobs:S3:Endpoint", "S3:Endpoint=localhost:9000")]
    [InlineData("Blobs:S3:Endpoint", "S3:Endpoint=http://a:secret@localhost")]
    [InlineData("Blobs:S3:Endpoint", "S3:Endpoint=http://localhost/files")]
    [InlineData("Blobs:S3:Bucket", "S3:Bucket=")]
    [InlineData("Blobs:S3:Bucket", "S3:Bucket=My Files")]
    [InlineData("Blobs:S3:Region", "S3:Region=")]
    [InlineData("Blobs:S3:AccessKey", "S3:AccessKey=")]
    [InlineData("Blobs:S3:SecretKey", "S3:SecretKey=")]
    [InlineData("Blobs:S3:Prefix", "S3:Prefix=../x")]
    [InlineData("Blobs:S3:Timeout", "S3:Timeout=60")]
    public void A_wrong_setting_is_refused_by_its_name(string setting, string wrong)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Start([.. S3, wrong]));
        Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_setting_files_are_in_the_data_directory() => Assert.IsType<DirectoryBlobStore>(Start("S3:Endpoint=nonsense"));

    [Theory]
    [InlineData("S3:Prefix=/a/b/")]
    [InlineData("S3:Endpoint=")]
    [InlineData("S3:PathStyle=false")]
    public void A_right_setting_starts(string right) => Assert.IsType<S3BlobStore>(Start([.. S3, right]));

    private static IBlobStore Start(params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).ToLookup(pair => $"Blobs:{pair[0]}", pair => pair[1]);
        var last = pairs.ToDictionary(pair => pair.Key, pair => (string?)pair.Last());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(last).Build();
        using var services = new ServiceCollection().AddBlobs(configuration, Path.GetTempPath()).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IBlobStore>();
    }
}
