namespace Platform.Hosting.Operations;

/// <summary>
/// How long this process serves: a while longer than until it was told to stop, for whoever is sent here until everybody knows
/// (<see cref="OperationsOptions.DrainDelay"/>). What stays open for hours, such as sockets, ends with it.
/// </summary>
public sealed class Serving : IDisposable
{
    private readonly CancellationTokenSource _over = new();

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Over => _over.Token;

    internal void End() => _over.Cancel();

    public void Dispose() => _over.Dispose();
}
