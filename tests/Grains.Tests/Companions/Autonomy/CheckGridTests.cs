using Platform.Companions.Autonomy;

namespace Platform.Tests.Companions.Autonomy;

public sealed class CheckGridTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(15, 0u, "12:00:00")]
    [InlineData(15, 61u, "12:01:01")]
    [InlineData(15, 15 * 60 + 61u, "12:01:01")]
    [InlineData(7, uint.MaxValue, null)]
    public void Checks_are_an_interval_apart_at_seconds_of_ones_own(int minutes, uint seed, string? first)
    {
        var grid = new CheckGrid(minutes, seed);
        var check = grid.AtOrAfter(Noon);
        if (first is not null) Assert.Equal(first, $"{check:HH:mm:ss}");
        Assert.InRange(check, Noon, Noon.AddMinutes(minutes));
        Assert.Equal(check, grid.AtOrBefore(check));
        Assert.Equal(check, grid.AtOrBefore(check.AddMinutes(minutes).AddTicks(-1)));
        Assert.Equal(check.AddMinutes(minutes), grid.After(check));
    }
}
