namespace Platform.Chaos.Fire;

/// <summary>Sends people only to front doors that say that they are ready, as a balancer does.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stopping = new();
    private readonly Doors _doors;
    private readonly IReadOnlyList<Uri> _all;
    private readonly Task _running;

    /// <param name="doors">Whose addresses are kept up to date from now on; all of them are there now.</param>
    public Balancer(Doors doors)
    {
        _doors = doors;
        _all = doors.Addresses;
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                var answers = await Task.WhenAll(_all.Select(async door => (door, IsReady: await IsReadyAsync(door))));
                var ready = answers.Where(answer => answer.IsReady).Select(answer => answer.door).ToList();
                // With none of them ready it has no better idea.
                if (ready.Count > 0) _doors.Addresses = ready;
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
    }

    private async Task<bool> IsReadyAsync(Uri door)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(door, "/readyz"), _stopping.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !_stopping.IsCancellationRequested))
        {
            return false;
        }
    }
}
