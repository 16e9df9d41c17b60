using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Errors;
using Platform.Api.Idempotency;
using Platform.Api.Products;
using Platform.Api.Products.NeuroTamagotchi;
using Platform.Api.Security;

namespace Platform.Api.Tests.Idempotency;

/// <summary>A product whose one route does what a test says, and which counts how often it ran.</summary>
internal sealed class ProbeProduct() : Product("probe", "Probe", "", TimeSpan.FromDays(7), NeuroTamagotchiJson.Default)
{
    /// <summary>More than any test asks: keys are only for those whom a budget pays for.</summary>
    private static readonly AddressLimit Enough = new("probe", 100_000, TimeSpan.FromMinutes(1));

    /// <summary>What a run does, by the name in its path; it is given the number of the run, from 1.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, int, Task>> Handlers { get; } = [];

    /// <summary>The operations that ran, in order, by the name in the path.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> Operations { get; } = [];

    public override void Map(RouteGroupBuilder routes) => routes.Map("/{name}", async context =>
    {
        var name = (string)context.Request.RouteValues["name"]!;
        var operations = Operations.GetOrAdd(name, _ => []);
        operations.Enqueue((await Operation.BindAsync(context))!.Id);
        await Handlers[name](context, operations.Count);
    }).LimitPerAddress(Enough);

    public override Task WriteErrorAsync(HttpResponse response, ApiError error) => NeuroTamagotchiErrors.WriteAsync(response, error);
}

/// <summary>A server that has a <see cref="ProbeProduct"/> too.</summary>
public sealed class ProbeServer : PlatformServer
{
    internal ProbeProduct Probe { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<Product>(Probe));
    }
}
