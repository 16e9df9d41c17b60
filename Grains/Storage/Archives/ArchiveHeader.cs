using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Storage.Archives;

/// <summary>The first line of an archive: what it is, and what it holds.</summary>
/// <param name="Format">Always <see cref="TheFormat"/>.</param>
/// <param name="Engine">Where it was made, as <see cref="Database.Engine"/> has it.</param>
/// <param name="Schema">The scripts that had made that database.</param>
/// <param name="Tables">The tables, in the order in which they follow.</param>
internal sealed record ArchiveHeader(
    string Format, int Version, string Engine, DateTimeOffset ExportedAt, IReadOnlyList<SchemaScript> Schema, IReadOnlyList<ArchivedTable> Tables)
{
    public const string TheFormat = "orleans-platform-archive";
    public const int TheVersion = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}

/// <summary>A script of the schema that was applied.</summary>
internal sealed record SchemaScript(long Number, string Name, string Sha256);

/// <summary>A table in an archive.</summary>
/// <param name="Columns">The columns, and what they hold.</param>
internal sealed record ArchivedTable(string Name, IReadOnlyList<ArchivedColumn> Columns)
{
    public static ArchivedTable Of(CarriedTable table) => new(
        table.Name,
#pragma warning disable CA1308 // Words of a format.
        [.. table.Columns.Select(static column => new ArchivedColumn(column.Name, column.Kind.ToString().ToLowerInvariant()))]);
#pragma warning restore CA1308

    public bool Fits(CarriedTable table) => Of(table) is var other && Name == other.Name && Columns.SequenceEqual(other.Columns);
}

/// <param name="Type"><c>text</c>, <c>integer</c> or <c>bytes</c>.</param>
internal sealed record ArchivedColumn(string Name, string Type);

/// <summary>The line after the last row of a table. An object, while rows are arrays.</summary>
/// <param name="Sum">The sum of the rows, as <see cref="RowSum"/> has it.</param>
internal sealed record TableEnd(string End, long Rows, string Sum);
