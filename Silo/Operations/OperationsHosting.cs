using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Platform.Hosting.Operations;

internal static class OperationsHosting
{
    /// <summary>What the machines of those who run this ask, and a stop that keeps nobody from being served.</summary>
    /// <param name="role">What this process is called.</param>
    public static void AddOperations(this IHostApplicationBuilder builder, string role)
    {
        builder.Services.AddOptions<OperationsOptions>().Bind(builder.Configuration.GetSection("Operations")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<OperationsServer>();
        builder.Services.AddSingleton(_ => new Serving());
        builder.Services.AddHostedService<Drain>();
        builder.Services.AddSingleton<ProcessWatch>();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<ProcessReporter>(services, role));
        // What it goes on serving for is not taken from the time that a host has for what is under way, half a minute: a reply that a slow model
        // writes fits into it, a socket's goodbye, and the actors of a silo, who let their reminders go to others.
        builder.Services.AddOptions<HostOptions>()
            .Configure<IOptions<OperationsOptions>>((host, operations) => host.ShutdownTimeout += operations.Value.DrainDelay);
    }
}
