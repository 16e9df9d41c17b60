namespace Platform.Generation;

/// <summary>How long jobs take here, in seconds: a guess at first, then what the last ones took, the latest counting most.</summary>
internal sealed class RenderTimes
{
    /// <summary>What the newest counts in the mean.</summary>
    private const double Weight = 0.2;

    private readonly Dictionary<JobKind, double> _seconds = new()
    {
        [JobKind.Mascot] = 0.5,
        [JobKind.Animation] = 3,
        [JobKind.LogoPack] = 2,
        [JobKind.Figures] = 0.7,
    };

    public double Of(JobOrder order) => _seconds[order.Kind] * Pieces(order);

    public void Add(JobOrder order, TimeSpan took)
    {
        var piece = took.TotalSeconds / Pieces(order);
        _seconds[order.Kind] += Weight * (piece - _seconds[order.Kind]);
    }

    private static int Pieces(JobOrder order) => order is FiguresOrder figures ? figures.Count : 1;
}
