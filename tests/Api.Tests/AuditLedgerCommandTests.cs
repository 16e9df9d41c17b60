using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Platform.Hosting;
using Platform.Wallets;

namespace Platform.Api.Tests;

public sealed class AuditLedgerCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-audit-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task The_command_succeeds_where_all_is_well_also_beside_a_server_and_fails_where_a_cent_is_lost()
    {
        await using (var server = PlatformServer.On(_directory))
        {
            var wallet = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWalletGrain>("owner");
            Assert.NotNull((await wallet.Deposit(new("buy", LedgerEntryType.Purchase, 100, "100 credits"))).Value);
            Assert.Equal(0, await AuditAsync());
        }

        Assert.Equal(0, await AuditAsync());
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "platform.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE wallets SET balance = balance - 1";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        Assert.Equal(1, await AuditAsync());
    }

    [Fact]
    public async Task The_command_fails_where_there_is_no_database() => Assert.Equal(1, await AuditAsync());

    private Task<int> AuditAsync() => SiloProcess.Main(["audit-ledger", $"--Platform:DataDirectory={_directory}"]);
}
