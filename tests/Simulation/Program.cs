using Platform.Simulation;

SimulationOptions options;
try
{
    options = SimulationOptions.Parse(args);
}
catch (FormatException error)
{
    Console.Error.WriteLine($"{error.Message} Options and their defaults: {SimulationOptions.Usage}");
    return 2;
}

await using var simulation = new Platform.Simulation.Simulation(options, line => Console.Error.WriteLine($"  {line}"));
var report = await simulation.RunAsync();
if (options.Transcript is { } path) await File.WriteAllTextAsync(path, report.Transcript);
Console.Write(report);
return report.IsFine ? 0 : 1;
