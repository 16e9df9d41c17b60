using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>The membership of a cluster in PostgreSQL: its rules first, then two nodes and a client that find each other by it.</summary>
public sealed class PostgresMembershipTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTime Now = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    private readonly string _cluster = Guid.NewGuid().ToString("N");

    [PostgresFact]
    public async Task A_member_is_read_as_it_was_written()
    {
        var table = await TableAsync();
        var member = Member(1);
        Assert.True(await table.InsertRowAsync(member, await NextAsync(table)));

        foreach (var data in new[] { await table.ReadRowAsync(member.SiloAddress), await table.ReadAllAsync() })
        {
            var read = Assert.Single(data.Members).Item1;
            Assert.Equal(
                (member.SiloAddress, member.SiloName, member.HostName, member.Status, member.ProxyPort),
                (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort));
            Assert.Equal((member.StartTime, member.IAmAliveTime), (read.StartTime, read.IAmAliveTime));
            Assert.Equal(DateTimeKind.Utc, read.StartTime.Kind);
            Assert.Equal(1, data.Version.Version);
        }
    }

    [PostgresFact]
    public async Task An_empty_cluster_has_a_version()
    {
        var table = await TableAsync();
        await table.InitializeMembershipTableAsync(true);

        Assert.Empty((await table.ReadAllAsync()).Members);
        Assert.Empty((await table.ReadRowAsync(Member(1).SiloAddress)).Members);
        Assert.Equal("0", (await table.ReadAllAsync()).Version.VersionEtag);
    }

    [PostgresFact]
    public async Task A_stale_version_and_a_member_that_is_there_are_refused_and_move_nothing()
    {
        var table = await TableAsync();
        var stale = await NextAsync(table);
        Assert.True(await table.InsertRowAsync(Member(1), stale));

        Assert.False(await table.InsertRowAsync(Member(2), stale));
        Assert.False(await table.InsertRowAsync(Member(1), await NextAsync(table)));
        Assert.False(await table.UpdateRowAsync(Member(1), stale.VersionEtag, stale));
        Assert.False(await table.UpdateRowAsync(Member(2), await EtagAsync(table), await NextAsync(table)));
        Assert.Equal(1, (await table.ReadAllAsync()).Version.Version);
        Assert.Single((await table.ReadAllAsync()).Members);
    }

    [PostgresFact]
    public async Task A_change_of_a_member_moves_the_version_and_a_sign_of_life_does_not()
    {
        var table = await TableAsync();
        await table.InsertRowAsync(Member(1), await NextAsync(table));
        var member = Member(1);
        member.Status = SiloStatus.Dead;
        member.SuspectTimes = [Tuple.Create(Member(2).SiloAddress, Now)];
        Assert.True(await table.UpdateRowAsync(member, await EtagAsync(table), await NextAsync(table)));
        member.IAmAliveTime = Now.AddMinutes(7);
        await table.UpdateIAmAliveAsync(member);

        var data = await table.ReadAllAsync();
        var read = Assert.Single(data.Members).Item1;
        Assert.Equal(2, data.Version.Version);
        Assert.Equal((SiloStatus.Dead, Now.AddMinutes(7)), (read.Status, read.IAmAliveTime));
        Assert.Equal(member.SuspectTimes, read.SuspectTimes);
    }

    [PostgresFact]
    public async Task Of_many_changes_to_one_version_exactly_one_happens()
    {
        var table = await TableAsync();
        for (var round = 0; round < 10; round++)
        {
            var next = await NextAsync(table);
            var generation = 10 * round;
            var inserted = await Task.WhenAll(Enumerable.Range(1, 8).Select(
                i => Task.Run(() => table.InsertRowAsync(Member(generation + i), next))));
            Assert.Single(inserted, static won => won);

            next = await NextAsync(table);
            var (member, etag) = (await table.ReadAllAsync()).Members[0];
            var updated = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => table.UpdateRowAsync(member, etag, next))));
            Assert.Single(updated, static won => won);
        }

        var data = await table.ReadAllAsync();
        Assert.Equal((20, 10), (data.Version.Version, data.Members.Count));
    }

    [PostgresFact]
    public async Task Only_those_who_are_silent_and_not_active_are_cleaned_up()
    {
        var table = await TableAsync();
        foreach (var (generation, status, alive) in new[]
        {
            (1, SiloStatus.Active, Now), (2, SiloStatus.Dead, Now), (3, SiloStatus.Joining, Now), (4, SiloStatus.Dead, Now.AddDays(1)),
        })
        {
            var member = Member(generation);
            member.Status = status;
            member.IAmAliveTime = alive;
            await table.InsertRowAsync(member, await NextAsync(table));
        }

        await table.CleanupDefunctSiloEntriesAsync(Now.AddHours(1));
        Assert.Equal([1, 4], (await table.ReadAllAsync()).Members.Select(static member => member.Item1.SiloAddress.Generation).Order());
        await table.DeleteMembershipTableEntriesAsync(_cluster);
        await table.InitializeMembershipTableAsync(true);
        Assert.Empty((await table.ReadAllAsync()).Members);
    }

    [PostgresFact]
    public async Task Two_nodes_and_a_client_find_each_other()
    {
        var connection = (await databases.SharedAsync("postgres")).Connection;
        using var first = BuildSilo(connection);
        using var second = BuildSilo(connection);
        using var client = BuildClient(connection);
        await first.StartAsync();
        await second.StartAsync();
        await client.StartAsync();

        var grains = client.Services.GetRequiredService<IGrainFactory>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => grains.GetGrain<IEchoGrain>($"{i}").Echo(i)));
        Assert.Equal(Enumerable.Range(0, 50), answers);
        var management = grains.GetGrain<IManagementGrain>(0);
        Assert.Equal(2, (await management.GetHosts(onlyActive: true)).Count);

        await second.StopAsync();
        Assert.Equal(50, await grains.GetGrain<IEchoGrain>("50").Echo(50));
        Assert.Equal([SiloStatus.Active, SiloStatus.Dead], (await management.GetHosts()).Values.Order());
        await client.StopAsync();
        await first.StopAsync();
    }

    /// <summary>The table of a cluster of the test's own, as a node has it that is not started.</summary>
    private async Task<IMembershipTable> TableAsync()
    {
        var silo = BuildSilo((await databases.SharedAsync("postgres")).Connection);
        var table = silo.Services.GetRequiredService<IMembershipTable>();
        await table.InitializeMembershipTableAsync(true);
        return table;
    }

    private IHost BuildSilo(string connection) => Silos.Build(silo =>
    {
        silo.Configure<ClusterOptions>(Name).ConfigureEndpoints(IPAddress.Loopback, Ports.Free(), Ports.Free());
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connection));
    });

    private IHost BuildClient(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.UseOrleansClient(client => client.Configure<ClusterOptions>(Name)
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connection)));
        return builder.Build();
    }

    private void Name(ClusterOptions options) => (options.ServiceId, options.ClusterId) = ("service", _cluster);

    private static async Task<TableVersion> NextAsync(IMembershipTable table) => (await table.ReadAllAsync()).Version.Next();

    /// <summary>The etag that every row has: Orleans makes it of the version of the whole.</summary>
    private static async Task<string> EtagAsync(IMembershipTable table) => (await table.ReadAllAsync()).Members[0].Item2;

    private static MembershipEntry Member(int generation) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11_111, generation),
        SiloName = $"Node {generation}",
        HostName = "host",
        Status = SiloStatus.Active,
        ProxyPort = 30_000,
        StartTime = Now.AddMicroseconds(123_456),
        IAmAliveTime = Now,
    };
}

public interface IEchoGrain : IGrainWithStringKey
{
    Task<int> Echo(int number);
}

public sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<int> Echo(int number) => Task.FromResult(number);
}
