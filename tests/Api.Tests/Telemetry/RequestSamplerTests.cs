using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

/// <summary>Not beside a server that traces all: what listens to spans does so in the whole process.</summary>
[Collection(nameof(TracedServer))]
public sealed class RequestSamplerTests(RequestSamplerTests.UntracedServer server) : IClassFixture<RequestSamplerTests.UntracedServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_client_that_wants_its_request_traced_does_not_decide_that()
    {
        var user = await server.SignUpAsync();
        // A client whose own span is recorded says so in what it sends.
        using var asking = new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.SetIdFormat(ActivityIdFormat.W3C).Start();
        var trace = asking.TraceId;
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Microsoft.Orleans.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace) spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        asking.Stop();

        await Poll.UntilAsync(() => Task.FromResult(spans.Any(span => span.Source.Name == "Microsoft.AspNetCore")), Patience);
        Assert.Contains(spans, span => span.Source.Name == "Microsoft.Orleans.Application" && span.Kind == ActivityKind.Server);
        Assert.All(spans, span => Assert.False(span.Recorded, $"{span.Source.Name} {span.DisplayName}"));
    }

    public sealed class UntracedServer : TracedServer
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Telemetry:TraceRatio", "0");
        }
    }
}
