using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public void Options_say_what_is_asked()
    {
        var settings = Parse(
            "--url http://localhost:8000 --companions 5000 --rate 300 --duration 60 --ramp 10 --sockets 200 --report x.html "
            + "--max-p99 250 --max-p99 demi.ws.message=400 --max-errors 0 --min-rate 295").Settings!;
        Assert.Equal(new Uri("http://localhost:8000"), settings.Url);
        Assert.Equal((5000, 200, "x.html"), (settings.Companions, settings.Sockets, settings.Report));
        Assert.Equal(new Schedule(300, 0.1, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60)), settings.Schedule);
        Assert.Equal([new MaxP99(null, 250), new MaxP99("demi.ws.message", 400), new MaxErrors(0), new MinRate(295)], settings.Limits);
    }

    [Theory]
    [InlineData("", "--url")]
    [InlineData("--url http://a --start", "Either")]
    [InlineData("--url nowhere", "'nowhere'")]
    [InlineData("--url ftp://a", "'ftp://a'")]
    [InlineData("--start --rate fast", "fast")]
    [InlineData("--start --rate 0", "--rate must be from 0.01")]
    [InlineData("--start --companions 0", "--companions must be from 1")]
    [InlineData("--start --companions 10 --sockets 4", "from 0 to 2")]
    [InlineData("--start --mix demi=1,figureforge=1", "figureforge")]
    [InlineData("--start --mix demi=0", "Some product")]
    [InlineData("--start --mix demi", "'demi'")]
    [InlineData("--start --max-p99 soon", "'soon'")]
    [InlineData("--start --max-p99 demi.sent=3", "demi.sent")]
    [InlineData("--start --max-p99 demi.send=NaN", "demi.send=NaN")]
    [InlineData("--start --speed 3", "--speed")]
    public void What_is_wrong_is_said_in_a_line(string arguments, string said)
    {
        Assert.Equal((null, 2), Parse(arguments));
        Assert.Contains(said, _error.ToString());
        Assert.Single(_error.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void Help_tells_every_option_and_its_default()
    {
        Assert.Equal((null, 0), Parse("--help"));
        foreach (var word in new[] { "--companions", "1000", "--max-p99", "demi.ws.message", "neurotamagotchi=60,demi=25,byteforge=15" })
            Assert.Contains(word, _output.ToString());
    }

    [Fact]
    public void A_mix_divides_all_companions()
    {
        Assert.Equal((3000, 1250, 750), ProductMix.Default.Divide(5000));
        Assert.Equal((0, 7, 0), ProductMix.Parse("demi=0.5").Divide(7));
        for (var count = 0; count < 50; count++)
        {
            var (one, two, three) = ProductMix.Default.Divide(count);
            Assert.Equal(count, one + two + three);
            Assert.True(Math.Min(one, Math.Min(two, three)) >= 0);
        }
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private (LoadSettings? Settings, int ExitCode) Parse(string arguments) =>
        CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), _output, _error);
}
