namespace Platform.LoadTest.Tests;

/// <summary>The whole program, for a few seconds at a low rate.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string OnlyDemi = "--mix demi=1 --companions 6 --sockets 3 --rate 30 --reads 0.5 --ramp 0.5 --max-errors 0";

    private readonly string _report = Path.GetTempFileName();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task It_drives_the_real_server_and_exits_with_0_where_all_limits_hold()
    {
        var code = await RunAsync("--start --companions 20 --sockets 0 --rate 20 --ramp 1 --duration 2 --max-errors 0 --max-p99 60000 --min-rate 0.5");
        Assert.True(code == 0, $"{code}: {_output} {_error}");
        foreach (var word in new[] { "neurotamagotchi.send", "demi.send", "byteforge.send", "holds   errors <= 0: 0" }) Assert.Contains(word, $"{_output}");
        Assert.Contains("20 companions brought to life", $"{_error}");
        Assert.Contains("<svg", await File.ReadAllTextAsync(_report));
    }

    [Fact]
    public async Task It_drives_sockets_and_waits_where_a_server_limits_registrations()
    {
        await using var server = await DemiServer.StartAsync(DemiServer.AnswerAsync);
        server.Refusals = 3;
        var code = await RunAsync($"--url {server.Address} {OnlyDemi} --duration 2");
        Assert.True(code == 0, $"{code}: {_output} {_error}");
        foreach (var word in new[] { "demi.ws.message", "demi.ws.delivered", "demi.send", "demi.history", "demi.status" }) Assert.Contains(word, $"{_output}");
        Assert.Equal(3, server.Opened.Count);
        Assert.Equal(6, server.Registrations);
    }

    [Fact]
    public async Task A_token_that_ends_during_the_run_is_replaced()
    {
        await using var server = await DemiServer.StartAsync(DemiServer.AnswerAsync);
        server.ExpiresIn = 30;
        Assert.Equal(0, await RunAsync($"--url {server.Address} {OnlyDemi} --duration 2"));
        Assert.Contains("demi.refresh", $"{_output}");
    }

    [Fact]
    public async Task A_broken_limit_gives_1_and_the_report_says_which()
    {
        await using var server = await DemiServer.StartAsync(session => session.CloseAsync(1008));
        Assert.Equal(1, await RunAsync($"--url {server.Address} {OnlyDemi} --duration 1"));
        Assert.Contains("BROKEN  errors <= 0", $"{_output}");
        Assert.Contains("close 1008", await File.ReadAllTextAsync(_report));
    }

    [Fact]
    public async Task Stopped_early_it_reports_what_was_measured()
    {
        using var stop = new CancellationTokenSource();
        var messages = 0;
        await using var server = await DemiServer.StartAsync(async session =>
        {
            await DemiServer.AnswerAsync(session);
            if (Interlocked.Increment(ref messages) == 20) await stop.CancelAsync();
        });
        Assert.Equal(130, await RunAsync($"--url {server.Address} {OnlyDemi} --duration 600", stop.Token));
        Assert.Contains("Stopped early", $"{_output}");
        Assert.Contains("demi.ws.message", await File.ReadAllTextAsync(_report));
    }

    [Fact]
    public async Task A_server_that_is_not_there_gives_3()
    {
        Assert.Equal(3, await RunAsync("--url http://127.0.0.1:1 --companions 2"));
        Assert.Contains("ConnectionRefused", $"{_error}");
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        File.Delete(_report);
    }

    private Task<int> RunAsync(string arguments, CancellationToken stop = default) =>
        LoadProgram.RunAsync([.. arguments.Split(' '), "--report", _report], _output, _error, isTerminal: false, stop);
}
