using Platform.Blobs;
using Platform.Security;

namespace Platform.Tests.Security;

[Collection(nameof(PlatformCluster))]
public sealed class LinkSecretsTests(PlatformCluster cluster)
{
    private readonly ILinkSecretsGrain _secrets = cluster.Grains.GetGrain<ILinkSecretsGrain>($"links {Guid.NewGuid()}");

    [Fact]
    public async Task Links_work_over_a_restart_and_no_longer_once_their_secret_was_replaced()
    {
        var key = BlobKey.Of(BlobFolder.Of("mascotforge", Guid.NewGuid()), "content"u8, "png");
        var link = new Uri("http://localhost" + (await LinksAsync()).Sign(key));
        await cluster.Cluster.DeactivateAsync(_secrets);
        Assert.Equal(FileLinkStatus.Valid, (await LinksAsync()).Verify(link.AbsolutePath, link.Query, cluster.Clock.GetUtcNow()).Status);
        await _secrets.ReplaceAll();
        Assert.Equal(FileLinkStatus.Altered, (await LinksAsync()).Verify(link.AbsolutePath, link.Query, cluster.Clock.GetUtcNow()).Status);
    }

    private async Task<FileLinks> LinksAsync() => new((await _secrets.Get()).Secrets);
}
