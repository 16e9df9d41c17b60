using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Platform.Hosting.Operations;

internal static class OperationsHosting
{
    /// <summary>
    /// Finishing what is under way takes longer than a host waits by default: a reply that a model writes, a socket that says goodbye, and all
    /// the actors of a silo, who save what they know and let their reminders go to others.
    /// </summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(45);

    /// <summary>What the machines of those who run this ask, and a stop that keeps nobody from being served.</summary>
    /// <param name="role">What this process is called.</param>
    public static void AddOperations(this IHostApplicationBuilder builder, string role)
    {
        builder.Services.AddOptions<OperationsOptions>().Bind(builder.Configuration.GetSection("Operations")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<OperationsServer>();
        builder.Services.AddHostedService<Drain>();
        builder.Services.AddSingleton<ProcessWatch>();
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<ProcessReporter>(services, role));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
    }
}
