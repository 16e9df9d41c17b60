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
        var test = await databases.SharedAsync("sqlite");
        var steps = await test.Node.ReadAsync(async connection =>
        {
            var values = new DynamicParameters();
            foreach (Match parameter in Parameter().Matches(sql)) values.Add(parameter.Value, 1);
            await using var reader = await connection.ExecuteReaderAsync("EXPLAIN QUERY PLAN " + sql, values);
            var found = new List<string>();
            while (await reader.ReadAsync()) found.Add(reader.GetString(3));
            return found;
        });
        Assert.Contains(index, Assert.Single(steps));
        Assert.StartsWith("SEARCH", steps[0]);
    }

    [GeneratedRegex(@"[@$]\w+")]
    private static partial Regex Parameter();
}
