using Platform.LoadTest.Driving;

namespace Platform.LoadTest.Tests;

public sealed class ScheduleTests
{
    private static readonly Schedule Schedule = new(300, 0.1, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));

    [Fact]
    public void Sends_are_due_at_the_rate_and_half_as_many_in_the_ramp()
    {
        var sends = Numbers().Where(number => !Schedule.IsRead(number)).Select(Schedule.Due).ToList();
        Assert.InRange(sends.Count(due => due < Schedule.Ramp), 1499, 1501);
        for (var second = 10; second < 70; second++)
            Assert.InRange(sends.Count(due => due >= TimeSpan.FromSeconds(second) && due < TimeSpan.FromSeconds(second + 1)), 299, 301);
    }

    [Fact]
    public void Reads_come_along_evenly()
    {
        Assert.InRange(Numbers().Count(Schedule.IsRead), 1949, 1951);
        Assert.All(Numbers().Where(Schedule.IsRead).Zip(Numbers().Where(Schedule.IsRead).Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 10, 12));
        Assert.DoesNotContain(Numbers(), (Schedule with { ReadsPerSend = 0 }).IsRead);
    }

    [Fact]
    public void Nothing_is_due_before_what_comes_before_it_or_after_the_end()
    {
        var due = Numbers().Select(Schedule.Due).ToList();
        Assert.Equal(TimeSpan.Zero, due[0]);
        Assert.Equal(due.Order(), due);
        Assert.True(due[^1] < Schedule.End);
    }

    [Fact]
    public void Without_a_ramp_the_rate_is_there_at_once()
    {
        var schedule = new Schedule(100, 0, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(200, schedule.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), schedule.Due(100));
    }

    private static IEnumerable<long> Numbers() => Enumerable.Range(0, (int)Schedule.Count).Select(number => (long)number);
}
