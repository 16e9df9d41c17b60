using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Platform.Blobs;
using Platform.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests;

public sealed class ArchiveCommandTests : ArchiveRuns
{
    [PostgresFact]
    public async Task Who_lived_on_SQLite_goes_on_in_PostgreSQL_with_the_same_token_and_sees_the_same()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        string token, luna, history;
        BlobKey picture;
        await using (var server = PlatformServer.On(At("data")))
        {
            await ((IAsyncLifetime)server).InitializeAsync();
            var client = await server.SignUpAsync();
            (token, luna) = (client.Token, await client.CreateCharacterAsync());
            await client.SayAsync(luna, "My name is Ana and I love old trains");
            history = (await client.GetAsync($"/chat/{luna}/history")).Body;
            var files = server.Services.GetRequiredService<IBlobStore>();
            picture = BlobKey.Of(BlobFolder.Of("mascotforge", Guid.CreateVersion7()), [1, 2, 3], "png");
            await files.PutAsync(picture, new byte[] { 1, 2, 3 });
            // Beside the server, as a backup is made.
            Assert.Equal(0, (await ExportAsync(At("archive"), At("data"), "--blobs", At("blobs"))).Code);
        }

        await using (var server = new PostgresBackedServer(database))
        {
            var (code, output, _) = await RunAsync(static commands => commands.ImportAsync,
                At("archive"), "--blobs", At("blobs"), $"--Platform:DataDirectory={server.DataDirectory}", $"--ConnectionStrings:Platform={database}");
            Assert.Equal(0, code);
            Assert.Contains("(blobs)", output, StringComparison.Ordinal);
            Assert.Matches(@"(?m)^messages +2 rows$", output);
            Assert.Matches(@"rows in \d+ tables of .*archive are in postgres .*\. Each was read back and is the same\.\n$", output);

            await ((IAsyncLifetime)server).InitializeAsync();
            var client = new NeuroTamagotchiClient(server.CreateClient()) { Token = token };
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/auth/me")).Status);
            Assert.Equal(history, (await client.GetAsync($"/chat/{luna}/history")).Body);
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync(luna, "Do you remember me?")).Status);
            Assert.NotNull(await server.Services.GetRequiredService<IBlobStore>().FindAsync(picture));
        }

        await (await PostgresServer.SharedAsync()).DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Both_commands_say_what_they_did_and_what_keeps_them_from_it()
    {
        await using (var server = PlatformServer.On(At("data")))
        {
            await ((IAsyncLifetime)server).InitializeAsync();
            await server.SignUpAsync();
        }

        var exported = await ExportAsync(At("archive"), At("data"));
        Assert.Equal((0, ""), (exported.Code, exported.Errors));
        Assert.Matches(@"(?m)^grain_states +\d+ rows$", exported.Output);
        Assert.Matches(@"rows in \d+ tables of .*platform\.db are in .*archive\.\n$", exported.Output);
        Fails("is already there", await ExportAsync(At("archive"), At("data")));

        var imported = await ImportAsync(At("archive"), At("new"));
        Assert.Equal((0, ""), (imported.Code, imported.Errors));
        Assert.Equal(exported.Output.Split('\n')[..^2], imported.Output.Split('\n')[..^2]);
        Fails("is not empty", await ImportAsync(At("archive"), At("new")));

        var bytes = await File.ReadAllBytesAsync(At("archive"));
        await File.WriteAllBytesAsync(At("short"), bytes[..^1]);
        Fails("damaged or not whole", await ImportAsync(At("short"), At("newer")));
        Assert.Equal(0, (await ImportAsync(At("archive"), At("newer"))).Code);
    }

    [Fact]
    public async Task Without_a_file_a_database_or_a_place_both_fail()
    {
        Fails("Which file?", await RunAsync(static commands => commands.ExportAsync));
        Fails("Which file?", await RunAsync(static commands => commands.ImportAsync, $"--Platform:DataDirectory={At("data")}"));
        Fails("The export failed", await ExportAsync(At("archive"), At("nowhere")));
        Fails("Could not find", await ImportAsync(At("no archive"), At("data")));
        Fails("Format of the initialization string", await ExportAsync(At("archive"), At("data"), "--ConnectionStrings:Platform=nonsense"));
        Fails("needs a PostgreSQL connection string", await ExportAsync(At("archive"), At("data"), "--Cluster:Mode=Cluster"));
        Fails("needs a PostgreSQL connection string", await ImportAsync(At("archive"), At("data"), "--Cluster:Mode=Cluster"));
        Assert.Equal(1, await SiloProcess.Main(["export"]));
        Assert.Equal(1, await SiloProcess.Main(["import"]));
        Assert.Empty(Directory.GetFileSystemEntries(At("")));
    }

    [Theory]
    [InlineData("--blobs needs a value", "--blobs")]
    [InlineData("--blobs needs a value", "--blobs", "--Blobs:Provider=directory")]
    [InlineData("--blobs needs a directory", "--blobs=")]
    [InlineData("no --blob.", "--blob", "files")]
    [InlineData("no --Platfrom:DataDirectory.", "--Platfrom:DataDirectory=elsewhere")]
    [InlineData("no Platform:DataDirectory.", "Platform:DataDirectory=elsewhere")]
    [InlineData("files needs a value", "files")]
    public async Task What_neither_command_knows_is_refused(string because, params string[] arguments)
    {
        Fails(because, await ExportAsync(At("archive"), At("data"), arguments));
        Fails(because, await ImportAsync(At("archive"), At("data"), arguments));
        Assert.Empty(Directory.GetFileSystemEntries(At("")));
    }

    [Fact]
    public async Task Where_there_is_no_room_nothing_is_left()
    {
        await using (var server = PlatformServer.On(At("data"))) await ((IAsyncLifetime)server).InitializeAsync();
        await using (var connection = new SqliteConnection($"Data Source={At("data/platform.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            // What can't be packed, and is more than the program may write.
            command.CommandText = "UPDATE grain_states SET payload = randomblob(600000); PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        // The runtime itself writes a large file, unless it is told not to.
        const string Limited = "trap '' XFSZ; ulimit -f 200; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"";
        using var process = Process.Start(new ProcessStartInfo(
            "bash", ["-c", Limited, "bash", Build.Silo, "export", At("archive"), $"--Platform:DataDirectory={At("data")}"])
        {
            RedirectStandardError = true,
        })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Empty(Directory.GetFiles(At(""), "archive*"));
    }
}
