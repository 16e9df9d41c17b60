namespace Platform.Storage.Archives;

/// <summary>
/// A table as archives have it, the same for both engines, and where the engine at hand keeps it. Most are the very tables of the schema; what
/// the engines keep each in a way of its own is translated row by row.
/// </summary>
internal sealed class CarriedTable
{
    private CarriedTable(string name, IReadOnlyList<Column> columns, Table stored)
    {
        Name = name;
        Columns = columns;
        Stored = stored;
        Read = columns;
        Written = columns;
    }

    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    public Table Stored { get; }

    /// <summary>What is read of the stored table: a row that <see cref="FromStored"/> takes.</summary>
    public IReadOnlyList<Column> Read { get; init; }

    /// <summary>What is written to the stored table: a row that <see cref="ToStored"/> makes.</summary>
    public IReadOnlyList<Column> Written { get; init; }

    public Func<object?[], object?[]> FromStored { get; init; } = static row => row;

    public Func<object?[], object?[]> ToStored { get; init; } = static row => row;

    /// <summary>What will be read where a row was written: the same, unless the engine is coarser.</summary>
    public Func<object?[], object?[]> AsKept { get; init; } = static row => row;

    /// <summary>One that is carried as it is.</summary>
    public static CarriedTable Plain(Table stored)
    {
        if (stored.Key.Count == 0) throw new StoreException($"{stored.Name} has no primary key, so it can't be read page by page.");
        if (stored.Columns.FirstOrDefault(column => column.Kind == ColumnKind.Moment) is { } moment)
            throw new StoreException($"{stored.Name}.{moment.Name} is of a type that only one of the engines has.");
        return new(stored.Name, [.. stored.Columns.Select(static column => column with { IsNarrow = false })], stored)
        {
            Read = stored.Columns,
            Written = stored.Columns,
        };
    }

    /// <summary>
    /// The states of grains, whose versions stay behind: an etag is good for the database that gave it. A state gets a new random one where
    /// it arrives, as at any first write, so whoever still holds an etag of before is refused.
    /// </summary>
    public static CarriedTable States(
        Table stored, IReadOnlyList<Column> read, IReadOnlyList<Column> written, Func<object?[], object?[]> from, Func<object?[], object?[]> to) =>
        new("grain_states", [Text("grain_id"), Text("state_name"), new("payload", ColumnKind.Bytes)], stored)
        {
            Read = read,
            Written = written,
            FromStored = from,
            ToStored = to,
        };

    /// <summary>Reminders, without their etags, as with states. Both numbers are microseconds.</summary>
    public static CarriedTable Reminders(
        Table stored, IReadOnlyList<Column> read, IReadOnlyList<Column> written, Func<object?[], object?[]> from, Func<object?[], object?[]> to,
        Func<object?[], object?[]> asKept) =>
        new("reminders", [Text("grain_id"), Text("name"), Integer("start_at"), Integer("period")], stored)
        {
            Read = read,
            Written = written,
            FromStored = from,
            ToStored = to,
            AsKept = asKept,
        };

    private static Column Text(string name) => new(name, ColumnKind.Text);

    private static Column Integer(string name) => new(name, ColumnKind.Integer);
}
