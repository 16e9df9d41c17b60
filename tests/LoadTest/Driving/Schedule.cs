namespace Platform.LoadTest.Driving;

/// <summary>
/// When operations are due, from the beginning of a run: in the ramp their rate rises from nothing, after it they are evenly spaced. The
/// schedule is made beforehand and no answer moves it (an open load).
/// </summary>
/// <param name="SendsPerSecond">Sends a second after the ramp.</param>
/// <param name="ReadsPerSend">How many reads come along with a send; at most 10.</param>
internal sealed record Schedule(double SendsPerSecond, double ReadsPerSend, TimeSpan Ramp, TimeSpan Duration)
{
    public TimeSpan End => Ramp + Duration;

    public long Count => (long)Math.Floor(InRamp + (Rate * Duration.TotalSeconds));

    private double Rate => SendsPerSecond * (1 + ReadsPerSend);

    private double InRamp => Rate * Ramp.TotalSeconds / 2;

    /// <summary>When an operation is due; the first has the number 0.</summary>
    public TimeSpan Due(long number) => number < InRamp
        ? TimeSpan.FromSeconds(Math.Sqrt(2 * number * Ramp.TotalSeconds / Rate))
        : Ramp + TimeSpan.FromSeconds((number - InRamp) / Rate);

    /// <summary>Whether an operation is a read. They are spread evenly among the sends.</summary>
    public bool IsRead(long number)
    {
        var share = ReadsPerSend / (1 + ReadsPerSend);
        return Math.Floor((number + 1) * share) > Math.Floor(number * share);
    }
}
