using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Blobs;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Hosting;

/// <summary>
/// <c>export FILE</c> writes all that the database holds to one file, also while the server runs; <c>import FILE</c> fills an empty database from
/// it, on the other engine or the same. With <c>--blobs DIRECTORY</c> the files of the blob store go to a directory and come from it. Both take
/// the settings of a server and need no silo.
/// </summary>
internal sealed class ArchiveCommands(TextWriter output, TextWriter errors)
{
    public const string Export = "export";
    public const string Import = "import";

    /// <returns>The exit code: 0 where all was done, 1 where nothing was, or all but the files that are named.</returns>
    public Task<int> ExportAsync(string[] arguments) => RunAsync(Export, arguments, async (host, file, blobs) =>
    {
        var copy = blobs is null ? null : new BlobCopy(host.Files, blobs);
        // Before, so that the files of every row are there, and after, since files were added until the rows were read. One that was deleted
        // in between was copied before.
        if (copy is not null) await copy.RunAsync();
        await new ArchiveExport(host.Database, host.Origin, host.Clock).RunAsync(file, host.Tell, () => host.CopyAsync(copy));
        return $"{host.Total} of {host.Database.Location} are in {file}.";
    });

    /// <returns>The exit code: 0 where all was done, 1 where the database was left empty, or all was done but for the files that are named.</returns>
    public Task<int> ImportAsync(string[] arguments) => RunAsync(Import, arguments, async (host, file, blobs) =>
    {
        var copy = blobs is null ? null : new BlobCopy(blobs, host.Files);
        // The files before the rows: no row is ever without its own.
        await new ArchiveImport(host.Database, host.Schema, host.Origin).RunAsync(file, host.Tell, () => host.CopyAsync(copy));
        return $"{host.Total} of {file} are in {host.Database.Location}. Each was read back and is the same.";
    });

    private async Task<int> RunAsync(string verb, string[] arguments, Func<Work, string, IBlobStore?, Task<string>> run)
    {
        try
        {
            var (file, blobs, settings) = ArchiveArguments.Parse(verb, arguments);
            // An export makes it; an import that found nothing in a misspelled one would seem to have copied all there is.
            if (verb == Import && blobs is not null && !Directory.Exists(blobs)) throw new CommandException($"There is no directory {blobs}.");
            // Of the scripts that make the schema of a new database nobody needs to hear.
            using var host = CommandHost.WithDatabase(settings, static builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            return await RunAsync(verb, host, work => run(work, file, blobs is null ? null : new DirectoryBlobStore(blobs, work.Clock)));
        }
        catch (CommandException error)
        {
            await errors.WriteLineAsync($"The {verb} failed: {error.Message}");
            return 1;
        }
    }

    private async Task<int> RunAsync(string verb, IHost host, Func<Work, Task<string>> run)
    {
        var work = new Work(host.Services, output);
        try
        {
            await output.WriteLineAsync(await run(work));
            foreach (var (key, why) in work.Faults) await errors.WriteLineAsync($"{key} was not copied: {why}");
            return work.Faults.Count == 0 ? 0 : 1;
        }
        catch (Exception error) when (error is StoreException or BlobStoreException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"The {verb} failed ({host.DatabaseLocation()}): {CommandHost.Sentence(error)}");
            return 1;
        }
    }

    /// <summary>What a command works with, and what it has done so far.</summary>
    private sealed class Work(IServiceProvider services, TextWriter output)
    {
        private long _rows;
        private int _tables;

        public Database Database { get; } = services.GetRequiredService<Database>();

        public Schema Schema { get; } = services.GetRequiredService<Schema>();

        public TimeProvider Clock { get; } = services.GetRequiredService<TimeProvider>();

        public Origin Origin { get; } = new(
            PlatformHosting.Cluster(services.GetRequiredService<IConfiguration>()).ServiceId,
            services.GetRequiredService<IEntropy>(),
            services.GetRequiredService<IdSource>());

        /// <summary>Asked for late: without <c>--blobs</c> it need not be there.</summary>
        /// <exception cref="CommandException">Its settings are not fit.</exception>
        public IBlobStore Files => CommandHost.Checked(services.GetRequiredService<IBlobStore>);

        /// <summary>The files that could not be copied, each with the reason.</summary>
        public IReadOnlyDictionary<BlobKey, string> Faults { get; private set; } = new Dictionary<BlobKey, string>();

        public string Total => string.Create(CultureInfo.InvariantCulture, $"{_rows:N0} rows in {_tables} tables");

        public void Tell(Carried table)
        {
            (_rows, _tables) = (_rows + table.Rows, _tables + 1);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table,-24}{table.Rows,12:N0} rows"));
        }

        /// <param name="copy">Null: no files are asked for.</param>
        public async Task CopyAsync(BlobCopy? copy)
        {
            if (copy is null) return;
            await copy.RunAsync();
            Faults = copy.Faults;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"(blobs)",-24}{copy.Copied,12:N0} files copied"));
        }
    }
}
