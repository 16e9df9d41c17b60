using Dapper;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>The rows of what accounts say of pictures: favourites and reports.</summary>
internal sealed class FigureMarks(Database database)
{
    /// <summary>Sets the mark, unless it is set.</summary>
    public Task AddFavoriteAsync(string userId, string imageId, DateTimeOffset now) => database.WriteAsync(new Statement(
        "INSERT INTO figure_favorites (user_id, image_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (user_id, image_id) DO NOTHING",
        [userId, imageId, Instant.ToStored(now)]));

    public Task RemoveFavoriteAsync(string userId, string imageId) => database.WriteAsync(new Statement(
        "DELETE FROM figure_favorites WHERE user_id = $1 AND image_id = $2", [userId, imageId]));

    /// <summary>Writes a report; a second one of the same account changes nothing.</summary>
    public static Statement Report(string userId, string imageId, FigureReport report, DateTimeOffset now) => new(
        """
        INSERT INTO figure_reports (image_id, user_id, reason, details, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (image_id, user_id) DO NOTHING
        """,
        [imageId, userId, report.Reason, report.Details, Instant.ToStored(now)]);

    public static Statement RemoveReports(string imageId) => new("DELETE FROM figure_reports WHERE image_id = $1", [imageId]);

    /// <summary>The pictures that were reported, the oldest report first.</summary>
    public async Task<IReadOnlyList<string>> ReportedAsync(int count) => [.. await database.ReadAsync(connection => connection.QueryAsync<string>(
        "SELECT image_id FROM figure_reports GROUP BY image_id ORDER BY MIN(created_at), image_id LIMIT @count", new { count }))];

    public async Task<IReadOnlyList<FigureReport>> ReportsAsync(string imageId) => [.. (await database.ReadAsync(connection => connection.QueryAsync<ReportRow>(
        "SELECT reason, details FROM figure_reports WHERE image_id = @imageId ORDER BY created_at, user_id", new { imageId })))
        .Select(row => new FigureReport(row.Reason, row.Details))];

    /// <summary>Removes all that an account has said.</summary>
    public Task DeleteOfUserAsync(string userId) => database.WriteAsync(
        new Statement("DELETE FROM figure_favorites WHERE user_id = $1", [userId]),
        new Statement("DELETE FROM figure_reports WHERE user_id = $1", [userId]));

    private sealed class ReportRow
    {
        public string Reason { get; init; } = "";

        public string Details { get; init; } = "";
    }
}
