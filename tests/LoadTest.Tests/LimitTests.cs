using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Tests;

public sealed class LimitTests
{
    private readonly Results _results = Sample.Results();

    [Fact]
    public void The_slowest_endpoint_decides_about_a_p99_for_all()
    {
        Assert.True(new MaxP99(null, 401).Check(_results).Holds);
        var broken = new MaxP99(null, 250).Check(_results);
        Assert.False(broken.Holds);
        Assert.Contains("demi.send", broken.Measured);
    }

    [Fact]
    public void A_p99_may_be_that_of_one_endpoint()
    {
        Assert.True(new MaxP99("neurotamagotchi.send", 250).Check(_results).Holds);
        Assert.False(new MaxP99("demi.send", 250).Check(_results).Holds);
    }

    [Fact]
    public void Where_nothing_was_answered_no_p99_holds()
    {
        Assert.False(new MaxP99("byteforge.send", 250).Check(_results).Holds);
        Assert.False(new MaxP99(null, 250).Check(new Measurements(default, TimeSpan.FromSeconds(1)).Sum(TimeSpan.FromSeconds(1))).Holds);
    }

    [Fact]
    public void Errors_and_the_rate_may_be_limited()
    {
        Assert.True(new MaxErrors(1).Check(_results).Holds);
        Assert.False(new MaxErrors(0).Check(_results).Holds);
        Assert.True(new MinRate(20).Check(_results).Holds);
        Assert.False(new MinRate(20.1).Check(_results).Holds);
    }
}
