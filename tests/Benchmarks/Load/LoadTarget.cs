using System.Globalization;
using Platform.Benchmarks.Servers;

namespace Platform.Benchmarks.Load;

/// <summary>What a load client sends where: for each connection its requests, taken in turn.</summary>
internal sealed record LoadTarget(string Name, int Port, IReadOnlyList<IReadOnlyList<byte[]>> Connections)
{
    /// <summary>Sends for a while from a process of its own.</summary>
    /// <returns>Answers a second after the warm-up.</returns>
    public async Task<double> RunAsync(double warmUpSeconds, double seconds)
    {
        using var client = ChildProcess.StartSelf(LoadClient.Part);
        var order = client.StandardInput;
        await order.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Port}\n{warmUpSeconds}\n{seconds}\n{Connections.Count}"));
        foreach (var requests in Connections) await order.WriteLineAsync(string.Join(' ', requests.Select(Convert.ToBase64String)));
        order.Close();
        var answer = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        if (client.ExitCode != 0) throw new InvalidOperationException($"The load on {Name} failed.");
        var rate = double.Parse(answer, CultureInfo.InvariantCulture);
        Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{Name,-16} {rate,8:F0}/s"));
        return rate;
    }
}
