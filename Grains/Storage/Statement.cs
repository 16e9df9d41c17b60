namespace Platform.Storage;

/// <summary>
/// One SQL statement with its positional values (<c>$1</c>, <c>$2</c>, …), a form that both SQLite and PostgreSQL take.
/// </summary>
/// <param name="Sql">A constant text: commands are prepared once for each text, so values never go into it.</param>
/// <param name="Values">string, long, int, bool, double, byte[] or null, in order.</param>
/// <param name="ExpectedRows">How many rows it must touch; another number fails its unit. Null: any number will do.</param>
public readonly record struct Statement(string Sql, object?[] Values, int? ExpectedRows = null)
{
    /// <summary>Compares the number of rows that were touched with <see cref="ExpectedRows"/>.</summary>
    /// <exception cref="StoreConflictException">It is another number.</exception>
    internal void CheckRows(int rows)
    {
        if (ExpectedRows is { } expected && rows != expected)
            throw new StoreConflictException($"Expected to touch {expected} rows, touched {rows}.");
    }
}
