using Platform.Benchmarks;
using Platform.Benchmarks.Generation;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;

// The same program also plays the parts that must run in processes of their own.
switch (args)
{
    case [BareServer.Part, ..]:
        await BareServer.RunAsync();
        return 0;
    case [GateServer.Part, ..]:
        await GateServer.RunAsync();
        return 0;
    case [LoadClient.Part, ..]:
        return LoadClient.Run();
    case [PacedClient.Part, ..]:
        return PacedClient.Run();
}

var benchmarks = new Dictionary<string, Func<IAsyncEnumerable<Figure>>>
{
    ["door"] = Throughput.DoorAsync,
    ["chat"] = Throughput.ChatAsync,
    ["gate"] = GatePrice.RunAsync,
    ["logins"] = Logins.RunAsync,
    ["memory"] = Memory.RunAsync,
    ["startup"] = Startup.RunAsync,
    ["history"] = HistoryPages.RunAsync,
    ["wallets"] = WalletSpends.RunAsync,
    ["ledger"] = LedgerPages.RunAsync,
    ["renders"] = Renders.RunAsync,
    ["orders"] = Orders.RunAsync,
    ["studio"] = CrowdedStudio.RunAsync,
    ["cluster"] = ClusterPrice.RunAsync,
    ["catch-up"] = CatchUp.RunAsync,
};
var unknown = args.Where(name => !benchmarks.ContainsKey(name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no benchmark {string.Join(", ", unknown)}: name some of {string.Join(", ", benchmarks.Keys)}, or none for all.");
    return 2;
}

if (!File.Exists(ServerProcess.ApiAssembly) || !ServerProcess.ApiAssembly.Contains("Release", StringComparison.Ordinal))
{
    Console.Error.WriteLine("Only a Release build is worth measuring: dotnet run -c Release --project tests/Benchmarks");
    return 2;
}

var figures = new List<Figure>();
foreach (var name in args.Length > 0 ? args : [.. benchmarks.Keys])
{
    await foreach (var figure in benchmarks[name]()) figures.Add(figure);
}

Figure.Print(figures);
return figures.Exists(figure => figure.IsMet == false) ? 1 : 0;
