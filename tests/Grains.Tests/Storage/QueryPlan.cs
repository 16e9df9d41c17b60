using System.Text.RegularExpressions;
using Dapper;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>How SQLite carries a statement out.</summary>
internal static partial class QueryPlan
{
    /// <summary>It is one search in this index, and so costs the same however many rows there are of others.</summary>
    public static async Task AssertSearchesAsync(TestDatabases databases, string sql, string index)
    {
        var step = Assert.Single(await StepsAsync(databases, sql));
        Assert.Contains(index, step);
        Assert.StartsWith("SEARCH", step);
    }

    /// <summary>It goes along this index from one end, as far as it is asked to; nothing is sorted.</summary>
    public static async Task AssertWalksAsync(TestDatabases databases, string sql, string index)
    {
        Assert.Contains(" LIMIT ", sql);
        Assert.EndsWith($"USING INDEX {index}", Assert.Single(await StepsAsync(databases, sql)));
    }

    public static async Task<List<string>> StepsAsync(TestDatabases databases, string sql)
    {
        var test = await databases.SharedAsync("sqlite");
        return await test.Node.ReadAsync(async connection =>
        {
            var values = new DynamicParameters();
            foreach (Match parameter in Parameter().Matches(sql)) values.Add(parameter.Value, 1);
            await using var reader = await connection.ExecuteReaderAsync("EXPLAIN QUERY PLAN " + sql, values);
            var found = new List<string>();
            while (await reader.ReadAsync()) found.Add(reader.GetString(3));
            return found;
        });
    }

    [GeneratedRegex(@"[@$]\w+")]
    private static partial Regex Parameter();
}
