using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Products;
using Platform.Idempotency;
using Platform.Testing;

namespace Platform.Api.Tests.Idempotency;

/// <summary>A request that takes long, while its twin knocks.</summary>
public sealed class LeaseTests(LeaseTests.SlowServer server) : IClassFixture<LeaseTests.SlowServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_request_that_takes_longer_than_a_lease_keeps_it_and_runs_once()
    {
        var end = new TaskCompletionSource();
        server.Probe.Handlers["slow"] = async (context, _) =>
        {
            await end.Task;
            await context.Response.WriteAsync("done");
        };
        server.Calls.Counted = typeof(IIdempotentRequestGrain);
        var first = PostAsync();
        await Poll.UntilAsync(() => Task.FromResult(server.Probe.Operations.ContainsKey("slow")), Patience);
        var renewed = server.Calls.Count + 12;
        await Poll.UntilAsync(
            () =>
            {
                server.Clock.Advance(IIdempotentRequestGrain.RenewalPeriod);
                return Task.FromResult(server.Calls.Count >= renewed);
            },
            Patience);

        // It asks whether it may run, and then waits for the other.
        var before = server.Calls.Count;
        var second = PostAsync();
        await Poll.UntilAsync(() => Task.FromResult(server.Calls.Count >= before + 2), Patience);
        end.SetResult();
        Assert.Equal("done", await first);
        Assert.Equal("done", await second);
        Assert.Single(server.Probe.Operations["slow"]);
    }

    private async Task<string> PostAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/probe/slow");
        request.Headers.Add("Idempotency-Key", "slow");
        using var answer = await server.CreateClient().SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    public sealed class SlowServer : FakeClockServer
    {
        internal ProbeProduct Probe { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<Product>(Probe));
        }
    }
}
