namespace Platform;

/// <summary>
/// How long this process serves: where it drains, a while longer than until it was told to stop, for whoever is sent here until everybody
/// knows. What would go on for long, such as sockets and calls that wait for news, ends with it, and no earlier: who is cut off asks again.
/// </summary>
/// <param name="until">Ends it too; none: only <see cref="End"/> does.</param>
public sealed class Serving(CancellationToken until = default) : IDisposable
{
    private readonly CancellationTokenSource _over = CancellationTokenSource.CreateLinkedTokenSource(until);

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Over => _over.Token;

    public void End() => _over.Cancel();

    public void Dispose() => _over.Dispose();
}
