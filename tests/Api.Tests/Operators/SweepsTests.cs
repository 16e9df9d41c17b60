using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Platform.Api.Tests.Operators;

/// <summary>What sweeps asks actors. Services of a host start in their order, one after another, and stop in the reverse one.</summary>
[Collection(nameof(PlatformServer))]
public sealed class SweepsTests(PlatformServer server)
{
    [Fact]
    public void Sweeps_begin_after_the_engine_and_end_before_it()
    {
        var services = server.Services.GetServices<IHostedService>().Select(service => service.GetType()).ToList();
        var engine = services.FindIndex(type => type.Name == "SiloHostedService");
        var sweepers = services.Where(type => type.BaseType!.Name == "Sweeper").ToList();
        Assert.True(engine >= 0);
        Assert.NotEmpty(sweepers);
        Assert.All(sweepers, type => Assert.True(services.IndexOf(type) > engine, type.Name));
    }
}
