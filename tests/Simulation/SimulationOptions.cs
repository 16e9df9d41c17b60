using System.Globalization;

namespace Platform.Simulation;

/// <summary>What is to be simulated.</summary>
/// <param name="Companions">1 or more.</param>
/// <param name="Days">1 or more.</param>
/// <param name="Kills">How often the silo is killed.</param>
/// <param name="MaxSeconds">The most wall time that it may take; null: any.</param>
internal sealed record SimulationOptions(int Companions = 1000, int Days = 30, int Seed = 1, int Kills = 20, double? MaxSeconds = null)
{
    public const string Usage = "--companions 1000 --days 30 --seed 1 --kills 20 --max-seconds 120 --transcript FILE";

    /// <summary>Where what was said is written to, as text; null: nowhere.</summary>
    public string? Transcript { get; init; }

    /// <exception cref="FormatException">An argument is unknown, has no value, or one that is out of range.</exception>
    public static SimulationOptions Parse(string[] args)
    {
        var options = new SimulationOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) throw new FormatException($"{args[i]} has no value.");
            var value = args[i + 1];
            options = args[i] switch
            {
                "--companions" => options with { Companions = Number(value, 1) },
                "--days" => options with { Days = Number(value, 1) },
                "--seed" => options with { Seed = Number(value, 0) },
                "--kills" => options with { Kills = Number(value, 0) },
                "--max-seconds" => options with { MaxSeconds = Number(value, 1) },
                "--transcript" => options with { Transcript = value },
                _ => throw new FormatException($"{args[i]} is unknown."),
            };
        }

        return options;
    }

    private static int Number(string value, int least) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"{value} is not a whole number of {least} or more.");
}
