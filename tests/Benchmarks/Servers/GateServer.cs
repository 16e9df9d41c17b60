using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Api;
using Platform.Api.Products;
using Platform.Api.Products.NeuroTamagotchi;
using Platform.Api.Security;
using Platform.Billing;
using Platform.Testing;

namespace Platform.Benchmarks.Servers;

/// <summary>
/// The product's own front door with a silo inside, in which NeuroTamagotchi's routes are also mapped without the gate: there a header
/// says who asks. Everything else of a request is the same. Request budgets are enforced.
/// </summary>
internal static class GateServer
{
    public const string Part = "--gate-server";

    /// <summary>Comes between the product's prefix and its base path.</summary>
    public const string Ungated = "/ungated";

    /// <summary>A POST here lets an account, whose id is the body, send as many messages a day as it likes.</summary>
    public const string LargestPlan = "/largest-plan";

    /// <summary>The account and the session, divided by a space.</summary>
    public const string CallerHeader = "X-Caller";

    /// <summary>Reads the port and the data directory from the standard input, and serves.</summary>
    public static async Task RunAsync()
    {
        var port = int.Parse(Console.ReadLine()!, CultureInfo.InvariantCulture);
        var directory = Console.ReadLine()!;
        // As in Production, but for passwords and payments, which are played.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Staging" });
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection([new("Platform:DataDirectory", directory), new("Passwords:Iterations", "1")]);
        builder.Services.AddSingleton<TimeProvider>(new HastyClock());
        builder.Services.KeepUpkeepOnRealTime();
        builder.AddFrontDoor();

        var app = builder.Build();
        app.UseFrontDoor();
        app.Use(AdmitByHeader);
        var product = app.Services.GetServices<Product>().OfType<NeuroTamagotchiProduct>().Single();
        var ungated = app.MapGroup($"/{product.Id}{Ungated}{product.BasePath}");
        product.Map(ungated);
        ((IEndpointConventionBuilder)ungated).Finally(static endpoint =>
        {
            foreach (var marker in endpoint.Metadata.OfType<SessionRequired>().ToList()) endpoint.Metadata.Remove(marker);
        });
        app.MapPost(LargestPlan, async (HttpContext context, IGrainFactory grains) =>
        {
            using var body = new StreamReader(context.Request.Body);
            await grains.GetGrain<IPlanHolderGrain>(await body.ReadToEndAsync()).PlanChanged("ultimate");
        });
        await app.RunAsync();
    }

    private static RequestDelegate AdmitByHeader(RequestDelegate next) => context =>
    {
        if (context.Request.Headers[CallerHeader] is [{ } caller] && caller.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            context.Features.Set(new Caller(caller[..space], caller[(space + 1)..]));
        return next(context);
    };

    /// <summary>Runs so fast that a request budget, which is spent as ever, is there again before it is used up.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private const int Haste = 500;

        private readonly DateTimeOffset _start = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * Haste);
    }
}
