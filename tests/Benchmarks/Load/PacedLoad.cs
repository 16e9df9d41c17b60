using System.Globalization;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks.Load;

/// <summary>So many requests a second, come what may: see <see cref="PacedClient"/>.</summary>
internal sealed record PacedLoad(string Name, int Port, double Rate, IReadOnlyList<byte[]> Requests)
{
    /// <summary>Sends for a while from a process of its own, and returns when all is answered.</summary>
    public async Task<PacedResult> RunAsync(double warmUpSeconds, double seconds)
    {
        using var client = ChildProcess.StartSelf(PacedClient.Part);
        await client.StandardInput.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Port}\n{warmUpSeconds}\n{seconds}\n{Rate}\n{string.Join(' ', Requests.Select(Convert.ToBase64String))}"));
        var answer = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        if (client.ExitCode != 0) throw new InvalidOperationException($"The load on {Name} failed.");
        double[] numbers = [.. answer.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        var result = new PacedResult((int)numbers[0], (int)numbers[1], numbers[2], numbers[3]);
        Progress.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-16} {result.Answered,6} answered, {result.Refused,5} refused, median {result.Median,8:F1} ms, p99 {result.P99,8:F1} ms"));
        return result;
    }
}

/// <param name="Answered">Requests that were answered with 2xx.</param>
/// <param name="Refused">All others.</param>
/// <param name="Median">Milliseconds from when the request should have gone out to its answer.</param>
/// <param name="P99">The 99th percentile of the same.</param>
internal sealed record PacedResult(int Answered, int Refused, double Median, double P99);
