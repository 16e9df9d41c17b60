using System.CommandLine;
using System.Globalization;
using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    private const int DefaultSockets = 200;

    private static readonly Option<string?> Url = new("--url")
    {
        Description = "The server's address, such as http://localhost:8000; the products are at their prefixes.",
    };

    private static readonly Option<bool> Start = new("--start")
    {
        Description = "Start a server of its own instead (Api of the same build, SQLite in a temporary directory, no request limits).",
    };

    private static readonly NumberOption<int> Companions = new("--companions", "How many companions are alive.", 1000, 1, 1_000_000);

    private static readonly NumberOption<double> Rate = new("--rate", "Messages sent a second.", 100.0, 0.01, 100_000);

    private static readonly NumberOption<double> Reads = new("--reads", "Histories and states read for each message sent.", 0.1, 0, 10);

    private static readonly NumberOption<double> Duration = new("--duration", "Seconds that are measured.", 60.0, 0.1, 1_000_000);

    private static readonly NumberOption<double> Ramp = new("--ramp", "Seconds before that in which the rate rises; not measured.", 10.0, 0, 100_000);

    private static readonly Option<string> Mix = new("--mix")
    {
        Description = "Which shares the products have of the companions.",
        DefaultValueFactory = _ => $"{ProductMix.Default}",
    };

    private static readonly Option<int?> Sockets = new("--sockets")
    {
        Description = $"How many of Demi's users talk over a WebSocket. [default: {DefaultSockets}, or all of them if they are fewer]",
    };

    private static readonly NumberOption<int> Seed = new("--seed", "Decides who says what in which order.", 1, 0, int.MaxValue);

    private static readonly NumberOption<int> AtOnce = new("--at-once", "How many companions are brought to life at the same time.", 16, 1, 1000);

    private static readonly NumberOption<int> Connections = new("--connections", "The most HTTP connections.", 256, 1, 60_000);

    private static readonly NumberOption<double> Timeout = new("--timeout", "Seconds after which an answer that is missing is an error.", 30.0, 0.1, 3600);

    private static readonly Option<string> Report = new("--report")
    {
        Description = "The file for the HTML report.",
        DefaultValueFactory = _ => "load.html",
    };

    private static readonly Option<string[]> MaxP99 = new("--max-p99")
    {
        Description = "Limit: no endpoint's 99th percentile is longer, in milliseconds; ENDPOINT=MS for one alone. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<long?> MaxErrors = new("--max-errors") { Description = "Limit: no more errors, the ramp included." };

    private static readonly Option<double?> MinRate = new("--min-rate") { Description = "Limit: at least so many messages answered a second." };

    /// <summary>What is asked of the run; or else, where it can't run, the exit code with which all is said.</summary>
    public static (LoadSettings? Settings, int ExitCode) Parse(string[] arguments, TextWriter output, TextWriter error)
    {
        var command = new RootCommand("Drives live companions over REST and WebSocket at a set rate, and says whether the server keeps to stated limits. "
            + "Exit codes: 0 all limits hold, 1 one is broken, 2 wrong options, 3 the load could not be run, 130 interrupted with no limit broken. "
            + $"Endpoints: {string.Join(", ", Endpoint.All.Select(endpoint => endpoint.Name))}.")
        {
            Url, Start, Companions, Rate, Reads, Duration, Ramp, Mix, Sockets, Report, MaxP99, MaxErrors, MinRate, Seed, AtOnce, Connections, Timeout,
        };
        var parsed = command.Parse(arguments);
        // --help and --version.
        if (parsed.Errors.Count == 0 && parsed.Action is { } action)
            return (null, parsed.Invoke(new InvocationConfiguration { Output = output, Error = error }));
        try
        {
            if (parsed.Errors.Count > 0) throw new FormatException(parsed.Errors[0].Message);
            return (Settings(parsed), 0);
        }
        catch (FormatException problem)
        {
            error.WriteLine($"{problem.Message} --help tells all options.");
            return (null, 2);
        }
    }

    private static LoadSettings Settings(ParseResult parsed)
    {
        var url = Address(parsed.GetValue(Url));
        if (url is null && !parsed.GetValue(Start)) throw new FormatException("Which server? --url ADDRESS, or --start for one of its own.");
        if (url is not null && parsed.GetValue(Start)) throw new FormatException("Either --url or --start.");
        var mix = ProductMix.Parse(parsed.GetValue(Mix)!);
        var companions = Companions.In(parsed);
        var demis = mix.Divide(companions).Demi;
        var sockets = parsed.GetValue(Sockets) ?? Math.Min(DefaultSockets, demis);
        if (sockets < 0 || sockets > demis) throw new FormatException($"--sockets must be from 0 to {demis}: so many of these companions are Demi's.");
        return new(
            url,
            companions,
            mix,
            sockets,
            new Schedule(
                Rate.In(parsed), Reads.In(parsed), TimeSpan.FromSeconds(Ramp.In(parsed)), TimeSpan.FromSeconds(Duration.In(parsed))),
            Seed.In(parsed),
            AtOnce.In(parsed),
            Connections.In(parsed),
            TimeSpan.FromSeconds(Timeout.In(parsed)),
            parsed.GetValue(Report)!,
            [.. Limits(parsed)]);
    }

    private static Uri? Address(string? url)
    {
        if (url is null) return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException($"'{url}' is not an http address.");
    }

    private static IEnumerable<Limit> Limits(ParseResult parsed)
    {
        foreach (var limit in parsed.GetValue(MaxP99) ?? [])
        {
            var name = limit.Contains('=', StringComparison.Ordinal) ? limit[..limit.IndexOf('=', StringComparison.Ordinal)] : null;
            if (name is not null && !Endpoint.All.Any(endpoint => endpoint.Name == name)) throw new FormatException($"There is no endpoint '{name}'.");
            if (!double.TryParse(limit[(name?.Length + 1 ?? 0)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) || !(milliseconds > 0))
                throw new FormatException($"--max-p99 takes milliseconds, not '{limit}'.");
            yield return new MaxP99(name, milliseconds);
        }

        if (parsed.GetValue(MaxErrors) is { } errors) yield return new MaxErrors(errors);
        if (parsed.GetValue(MinRate) is { } rate) yield return new MinRate(rate);
    }
}
