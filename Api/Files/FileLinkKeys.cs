using Platform.Blobs;
using Platform.Security;

namespace Platform.Api.Files;

/// <summary>What signs links to files, as this front door knows it: fetched before the server listens, then regularly.</summary>
internal sealed partial class FileLinkKeys(IGrainFactory grains, TimeProvider clock, ILogger<FileLinkKeys> logger) : BackgroundService
{
    /// <summary>How long a secret that was replaced may still pass here.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private volatile FileLinks? _links;

    public FileLinks Links => _links!;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FetchAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await FetchAsync();
            }
            catch (Exception error)
            {
                // What is known stays.
                LogFailed(error.Message);
            }
        }
    }

    private async Task FetchAsync() =>
        _links = new FileLinks((await grains.GetGrain<ILinkSecretsGrain>(ILinkSecretsGrain.TheKey).Get()).Secrets);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The secrets of links can't be fetched; the known ones stay: {Reason}")]
    private partial void LogFailed(string reason);
}
