using System.Globalization;
using Dapper;
using Platform.Storage;

namespace Platform.Statistics;

/// <summary>How many there are of what is counted.</summary>
internal sealed record Counts(long Users, long Conversations, long Tokens);

/// <summary>
/// Counts without counting: whoever changes how many there are writes a change beside it, in the same commit, and nobody waits for anybody.
/// The changes are added to one row from time to time, so reading costs what has changed since, however many there are.
/// </summary>
internal sealed class Totals(Database database)
{
    /// <summary>Few, so that nobody's write waits long behind them.</summary>
    internal const int ChangesPerCommit = 256;

    /// <summary>One statement, so that a change is seen on one of the two sides, and never on both.</summary>
    private const string Select = """
        SELECT CAST(SUM(users) AS BIGINT) AS users, CAST(SUM(conversations) AS BIGINT) AS conversations, CAST(SUM(tokens) AS BIGINT) AS tokens
        FROM (
            SELECT users, conversations, tokens FROM totals
            UNION ALL SELECT users, conversations, tokens FROM total_changes
        ) AS counted
        """;

    internal const string SelectChanges = "SELECT name, users, conversations, tokens FROM total_changes ORDER BY name LIMIT @count";

    private const string Insert = "INSERT INTO total_changes (name, users, conversations, tokens) VALUES ($1, $2, $3, $4)";

    private const string Add =
        "UPDATE totals SET users = users + $1, conversations = conversations + $2, tokens = tokens + $3 WHERE id = 1";

    private const string Delete = "DELETE FROM total_changes WHERE name = $1";

    /// <summary>Writes a change; to be written in one unit with what it counts.</summary>
    /// <param name="name">What has happened, so that it counts once; never the name of another change.</param>
    public static Statement Change(FormattableString name, long users = 0, long conversations = 0, long tokens = 0) =>
        new(Insert, [name.ToString(CultureInfo.InvariantCulture), users, conversations, tokens]);

    /// <summary>
    /// All that was ever acknowledged is in it, added up or not: the changes of a minute are read faster than they are added up.
    /// </summary>
    public Task<Counts> ReadAsync() => database.ReadAsync(connection => connection.QuerySingleAsync<Counts>(Select));

    /// <summary>Adds the changes to the totals. Any number of silos may: each change is added by one of them.</summary>
    public async Task FoldAsync(CancellationToken stopping = default)
    {
        while (!stopping.IsCancellationRequested && await FoldSomeAsync())
        {
            // There may be more.
        }
    }

    private async Task<bool> FoldSomeAsync()
    {
        var changes = (await database.ReadAsync(connection =>
            connection.QueryAsync<Row>(SelectChanges, new { count = ChangesPerCommit }))).AsList();
        if (changes.Count == 0) return false;
        // The one row first: who comes second waits there, and then finds that the changes are gone.
        var add = new Statement(
            Add,
            [changes.Sum(change => change.Users), changes.Sum(change => change.Conversations), changes.Sum(change => change.Tokens)],
            ExpectedRows: 1);
        try
        {
            await database.WriteAsync([add, .. changes.Select(change => new Statement(Delete, [change.Name], ExpectedRows: 1))]);
            return changes.Count == ChangesPerCommit;
        }
        catch (StoreConflictException)
        {
            // Another silo adds them right now.
            return false;
        }
    }

    private sealed class Row
    {
        public string Name { get; init; } = "";

        public long Users { get; init; }

        public long Conversations { get; init; }

        public long Tokens { get; init; }
    }
}
