using System.Globalization;
using Dapper;

namespace Platform.Storage;

/// <summary>
/// Lists in statements, as single parameters: PostgreSQL's driver would pass an array, for which SQLite has no word. The text depends on the
/// length of the list, so only short ones belong here.
/// </summary>
internal static class Listed
{
    /// <summary><c>(@v0, @v1)</c>, and the parameters for it beside the others.</summary>
    public static string In(IReadOnlyList<long> values, object others, out DynamicParameters parameters)
    {
        parameters = new DynamicParameters(others);
        var names = new List<string>(values.Count);
        foreach (var value in values)
        {
            names.Add(string.Create(CultureInfo.InvariantCulture, $"@v{names.Count}"));
            parameters.Add(names[^1], value);
        }

        return $"({string.Join(", ", names)})";
    }
}
