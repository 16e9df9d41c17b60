using System.Globalization;
using Platform.Benchmarks.Servers;
using Platform.Companions;
using Platform.Identity;

namespace Platform.Benchmarks;

/// <summary>
/// How much memory a companion's actor holds while nobody talks to it. Each has an owner, a name and a character of its own, as if it had
/// been read from the database: equal texts aren't shared.
/// </summary>
internal static class Memory
{
    private const int Owners = 1000;
    private const int CompanionsOfOwner = 100;
    private const int Count = Owners * CompanionsOfOwner;
    private const double TargetBytes = 4096;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var data = new TemporaryDirectory();
        await using var silo = await PlatformSilo.StartAsync(data.Path);
        // The first ones fill what all share: code, caches, connections.
        await CreateAsync(silo.Grains, "warm-up", CompanionsOfOwner);
        var before = SettledBytes();

        for (var owners = 0; owners < Owners; owners += 100)
        {
            await Task.WhenAll(Enumerable.Range(owners, 100).Select(owner =>
                CreateAsync(silo.Grains, string.Create(CultureInfo.InvariantCulture, $"owner-{owner}"), CompanionsOfOwner)));
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{(owners + 100) * CompanionsOfOwner} companions"));
        }

        var after = SettledBytes();
        var active = await silo.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        var companions = active.Where(grain => grain.GrainType.Contains("CompanionGrain", StringComparison.Ordinal)).Sum(grain => grain.ActivationCount);
        var bytes = (after - before) / (double)Count;
        yield return new Figure(
            "memory: idle companion",
            string.Create(CultureInfo.InvariantCulture, $"{bytes:F0} B"),
            "<= 4096 B",
            bytes <= TargetBytes && companions >= Count,
            string.Create(CultureInfo.InvariantCulture, $"on the managed heap, with {companions} of them active"));
    }

    private static async Task CreateAsync(IGrainFactory grains, string owner, int count)
    {
        await grains.GetGrain<ICredentialsGrain>(owner).Register(
            // In a product without plans, which would say how many companions there may be.
            new(Products.ByteForge, $"{owner}@example.com", Username: null, PasswordHash: "", DeviceName: null, DisplayName: null));
        var companions = grains.GetGrain<ICompanionsGrain>(owner);
        for (var number = 0; number < count; number++)
        {
            var created = await companions.Create(new(Persona(owner, number), AvatarUrl: null));
            if (created.Value is null) throw new InvalidOperationException(created.Refusal!.Message);
        }
    }

    /// <summary>A persona of usual size.</summary>
    private static Persona Persona(string owner, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"Luna {number}"),
        new string("anime"),
        [new string("cheerful"), new string("curious")],
        new string("friendly"),
        new Dictionary<string, string> { [new string("hair_color")] = new string("Silver"), [new string("eye_color")] = $"Blue {owner}" });

    /// <summary>What has just been answered still lets go of its last references: until a collection finds next to nothing more.</summary>
    private static long SettledBytes()
    {
        for (var before = long.MaxValue; ;)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var bytes = GC.GetTotalMemory(forceFullCollection: true);
            if (bytes > 0.999 * before) return bytes;
            before = bytes;
        }
    }
}
