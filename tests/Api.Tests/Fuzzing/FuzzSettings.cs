using System.Globalization;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>
/// How much is tried, and with which luck: always the same, unless somebody who looks for more sets <c>PLATFORM_FUZZ_SEED</c> and
/// <c>PLATFORM_FUZZ_REQUESTS</c>.
/// </summary>
internal static class FuzzSettings
{
    public static int Seed { get; } = Read("PLATFORM_FUZZ_SEED", 20261126);

    /// <summary>For each operation.</summary>
    public static int Requests { get; } = Read("PLATFORM_FUZZ_REQUESTS", 30);

    /// <summary>The luck of one case of a series: the same whatever came before it.</summary>
    public static Random Luck(string series, int index)
    {
        // Not a string's own hash, which is another one in every process.
        var hash = series.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter));
        return new Random(unchecked((((Seed * 31) + hash) * 31) + index));
    }

    private static int Read(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
