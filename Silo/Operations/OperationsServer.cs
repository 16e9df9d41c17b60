using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Platform.Hosting.Operations;

/// <summary>
/// The small server of the operations port, in silos and front doors alike. It is apart from what users reach, so that nothing of it is ever
/// published by mistake, and it answers from the first moment to the last.
/// </summary>
internal sealed class OperationsServer(
    IOptions<OperationsOptions> options, IServiceProvider services, ILoggerFactory loggers) : HostStage, IAsyncDisposable
{
    private WebApplication? _app;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Port == 0) return;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenAnyIP(options.Value.Port);
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddRoutingCore();
        // It doesn't listen to the signals that stop the process: whose part it is stops it, last.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        _app = builder.Build();
        _app.UseOpenTelemetryPrometheusScrapingEndpoint(services.GetRequiredService<MeterProvider>(), null, OperationsPaths.Metrics, null, null);
        _app.UseRouting();
        _app.MapGet(OperationsPaths.Alive, (HttpContext context) => context.Response.WriteAsync("ok"));
        _app.MapGet(OperationsPaths.Ready, AnswerReadyAsync);
        await _app.StartAsync(cancellationToken);
    }

    public override async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_app is not null) await _app.StopAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    private async Task AnswerReadyAsync(HttpContext context)
    {
        var isReady = await services.GetRequiredService<Readiness>().ProbeAsync();
        if (!isReady) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(isReady ? "ready" : "not ready");
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
