namespace Platform.Storage.Archives;

/// <summary>What a column holds, whatever its engine calls it.</summary>
internal enum ColumnKind
{
    Text,

    /// <summary>A whole number of 64 bits.</summary>
    Integer,

    Bytes,

    /// <summary>A moment of the engine's own, which only Orleans' tables on PostgreSQL have. Its value here is one of <see cref="Instant"/>.</summary>
    Moment,
}

/// <summary>A column of a table.</summary>
/// <param name="IsNarrow">Whether its engine gives a whole number 32 bits only.</param>
internal sealed record Column(string Name, ColumnKind Kind, bool IsNarrow = false);

/// <summary>A table as its engine has it.</summary>
/// <param name="Key">The columns of its primary key, in order.</param>
internal sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<string> Key)
{
    /// <summary>Some of its columns, in this order.</summary>
    public IReadOnlyList<Column> Some(params string[] names) => [.. names.Select(name => Columns.Single(column => column.Name == name))];
}
