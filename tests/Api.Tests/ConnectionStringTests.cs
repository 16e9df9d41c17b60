using Microsoft.Extensions.Configuration;
using Platform.Hosting;

namespace Platform.Api.Tests;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("Host=db", "Maximum Pool Size=20")]
    [InlineData("Host=db;Maximum Pool Size=50", "Maximum Pool Size=50")]
    [InlineData("Host=db;MaxPoolSize=7", "MaxPoolSize=7")]
    public void A_process_takes_few_connections_unless_it_is_told_otherwise(string configured, string expected)
    {
        var used = PlatformStorage.ConnectionString(Configuration(configured))!;
        Assert.Contains(expected, used, StringComparison.OrdinalIgnoreCase);
        Assert.Single(used.Split(';'), part => part.Contains("pool", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_configured_means_no_PostgreSQL() => Assert.Null(PlatformStorage.ConnectionString(Configuration("")));

    private static IConfiguration Configuration(string text) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Platform", text)]).Build();
}
