using System.IO.Compression;
using System.Text;
using Platform.Storage;
using Platform.Storage.Archives;
using Platform.Testing;

namespace Platform.Tests.Storage.Archives;

/// <summary>What is not the file that was written is refused, and leaves an empty database.</summary>
public sealed class ArchiveFileTests(TestDatabases databases) : IClassFixture<TestDatabases>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-archive-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Whichever_byte_is_damaged_it_is_noticed()
    {
        var whole = await System.IO.File.ReadAllBytesAsync(await ArchiveAsync());
        var random = new Random(1);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= (byte)(1 << random.Next(8));
            await RefusesAsync(damaged);
        }
    }

    [Fact]
    public async Task Wherever_it_ends_too_early_it_is_noticed()
    {
        var whole = await System.IO.File.ReadAllBytesAsync(await ArchiveAsync());
        for (var length = 0; length < whole.Length; length++) await RefusesAsync(whole[..length]);
        await RefusesAsync([.. whole, 0]);
        await RefusesAsync([.. whole, .. whole]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_damaged_file_leaves_an_empty_database(string engine)
    {
        var whole = await System.IO.File.ReadAllBytesAsync(await ArchiveAsync());
        var target = (await databases.CreateAsync(engine)).Node;
        await target.ApplySchemaAsync();
        whole[whole.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File("damaged"), whole);

        await Assert.ThrowsAsync<StoreException>(() => target.ImportAsync(File("damaged")));
        Assert.Equal(0, await target.CountRowsAsync());
    }

    [Theory]
    [OnSqlite("row", "rows of stripe_links"), OnPostgres("row", "rows of stripe_links")]
    [OnSqlite("less", "rows of stripe_links"), OnPostgres("less", "rows of stripe_links")]
    [OnSqlite("table", "other tables"), OnPostgres("table", "other tables")]
    [OnSqlite("after", "damaged"), OnPostgres("after", "damaged")]
    [OnSqlite("short", "no row of"), OnPostgres("short", "no row of")]
    [OnSqlite("long", "more columns"), OnPostgres("long", "more columns")]
    [OnSqlite("type", "no row of"), OnPostgres("type", "no row of")]
    [OnSqlite("script", "version of the schema"), OnPostgres("script", "version of the schema")]
    [OnSqlite("newer", "version of the schema"), OnPostgres("newer", "version of the schema")]
    [OnSqlite("format", "doesn't read"), OnPostgres("format", "doesn't read")]
    [OnSqlite("twice", "database failed"), OnPostgres("twice", "rows of stripe_links")]
    public async Task A_whole_file_that_was_made_wrongly_leaves_an_empty_database(string engine, string fault, string expected)
    {
        var lines = (await LinesAsync(await ArchiveAsync())).SkipLast(1).ToList();
        var row = lines.FindIndex(static line => line.StartsWith("[\"cus_1\"", StringComparison.Ordinal));
        switch (fault)
        {
            case "row": lines[row] = lines[row].Replace("owner", "Owner", StringComparison.Ordinal); break;
            case "less": lines.RemoveAt(row); break;
            case "table": lines[0] = lines[0].Replace("stripe_links", "stripe_lines", StringComparison.Ordinal); break;
            case "after": lines.Add("[]"); break;
            case "short": lines[row] = "[\"cus_1\"]"; break;
            case "long": lines[row] = "[\"cus_1\",\"owner\",1]"; break;
            case "type": lines[row] = "[1,\"owner\"]"; break;
            case "script": lines[0] = lines[0].Replace("0001_messages.sql", "0001_message.sql", StringComparison.Ordinal); break;
            case "newer": lines[0] = lines[0].Replace("\"number\":14,", "\"number\":15,", StringComparison.Ordinal); break;
            case "format": lines[0] = lines[0].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal); break;
            default: lines.Insert(row, lines[row]); break;
        }

        await WriteAsync(File("wrong"), lines);
        var target = (await databases.CreateAsync(engine)).Node;
        await target.ApplySchemaAsync();

        var error = await Assert.ThrowsAsync<StoreException>(() => target.ImportAsync(File("wrong")));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await target.CountRowsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_with_anything_in_it_is_refused(string engine)
    {
        var target = (await databases.CreateAsync(engine)).Node;
        await target.ApplySchemaAsync();
        await target.WriteAsync(new Statement("INSERT INTO stripe_links (stripe_id, owner_id) VALUES ($1, $2)", ["cus_2", "owner"]));

        var error = await Assert.ThrowsAsync<StoreException>(async () => await target.ImportAsync(await ArchiveAsync()));
        Assert.Contains("stripe_links", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await target.CountRowsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Totals_that_have_counted_are_something_too(string engine)
    {
        var target = (await databases.CreateAsync(engine)).Node;
        await target.ApplySchemaAsync();
        await target.WriteAsync(new Statement("UPDATE totals SET users = 1", [], ExpectedRows: 1));

        await Assert.ThrowsAsync<StoreException>(async () => await target.ImportAsync(await ArchiveAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_of_another_schema_is_not_exported(string engine)
    {
        var source = (await databases.CreateAsync(engine)).Node;
        await source.ApplySchemaAsync();
        await source.WriteAsync(new Statement("DELETE FROM schema_scripts WHERE number = 14", [], ExpectedRows: 1));

        await Assert.ThrowsAsync<StoreException>(() => source.ExportAsync(File("older")));
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task A_file_is_its_owners_alone_and_never_written_over()
    {
        var file = await ArchiveAsync();
        var source = (await databases.SharedAsync("sqlite")).Node;
        System.IO.File.Delete(file);
        // Of one that was killed.
        await System.IO.File.WriteAllTextAsync($"{file}.part", "for all to read");
        await source.ExportAsync(file);
        await Assert.ThrowsAsync<IOException>(() => source.ExportAsync(file));

        Assert.Equal([file], Directory.GetFiles(_directory));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task One_that_is_being_written_is_left_alone()
    {
        await ArchiveAsync();
        await using var another = new FileStream(File("archive.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var source = (await databases.SharedAsync("sqlite")).Node;
        await Assert.ThrowsAsync<IOException>(() => source.ExportAsync(File("archive")));
        Assert.True(System.IO.File.Exists(another.Name));
    }

    [Fact]
    public async Task What_fails_after_the_last_row_leaves_no_file()
    {
        await ArchiveAsync();
        Directory.GetFiles(_directory).ToList().ForEach(System.IO.File.Delete);
        var export = new ArchiveExport((await databases.SharedAsync("sqlite")).Node, Archiving.Origin, TimeProvider.System);
        await Assert.ThrowsAsync<IOException>(() => export.RunAsync(File("archive"), beforeEnd: static () => throw new IOException()));
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Fact]
    public async Task Any_reader_of_gzip_reads_it()
    {
        var lines = await LinesAsync(await ArchiveAsync());
        Assert.StartsWith("{\"format\":\"orleans-platform-archive\",\"version\":1,\"engine\":\"sqlite\",\"exportedAt\":\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("[\"cus_1\",\"owner\"]", lines);
        Assert.Matches("^\\{\"end\":\"stripe_links\",\"rows\":1,\"sum\":\"[0-9a-f]{64}\"\\}$", lines[lines.IndexOf("[\"cus_1\",\"owner\"]") + 1]);
        Assert.Matches("^\\{\"sha256\":\"[0-9a-f]{64}\"\\}$", lines[^1]);
    }

    private string File(string name) => Path.Combine(_directory, name);

    /// <summary>A small archive: a little of text and a blob.</summary>
    private async Task<string> ArchiveAsync()
    {
        var source = await databases.SharedAsync("sqlite");
        if (await source.Node.CountRowsAsync() == 0)
        {
            await source.Node.WriteAsync(
                new Statement("INSERT INTO stripe_links (stripe_id, owner_id) VALUES ($1, $2)", ["cus_1", "owner"]),
                new Statement("INSERT INTO search_words (conversation, initial, block, words) VALUES ($1, $2, $3, $4)", ["1", "a", 0L, new byte[] { 0, 1 }]));
        }

        var file = File($"{Guid.NewGuid():N}");
        await source.Node.ExportAsync(file);
        return file;
    }

    private async Task RefusesAsync(byte[] content)
    {
        await System.IO.File.WriteAllBytesAsync(File("damaged"), content);
        await Assert.ThrowsAsync<StoreException>(() => ArchiveReader.OpenAsync(File("damaged"), default));
    }

    private static async Task<List<string>> LinesAsync(string file)
    {
        await using var unzipped = new GZipStream(System.IO.File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        return [.. (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task WriteAsync(string path, IEnumerable<string> lines)
    {
        await using var file = new FileStream(path, FileMode.Create);
        await using (var zipped = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            await zipped.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => line + "\n"))));
        var length = file.Length;
        file.Position = 0;
        await file.WriteAsync(await Seal.OfAsync(file, length, default));
    }
}
