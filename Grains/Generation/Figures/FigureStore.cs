using System.Globalization;
using System.Text.Json;
using Dapper;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>The rows of pictures of figures, and of their tags. What lists show is the truth itself.</summary>
internal sealed class FigureStore(Database database)
{
    /// <summary>Beyond it nobody counts: the answer would cost more than it tells.</summary>
    private const int MostCounted = 10_000;

    private const string Columns = """
        f.image_id AS id, f.job_id AS jobId, f.user_id AS userId, f.visibility, f.prompt, f.parameters, f.model, f.tags, f.file, f.thumbnail,
        f.width, f.height, f.seed, f.revision, f.created_at AS createdAt
        """;

    private const string IsFavorite =
        "CASE WHEN EXISTS (SELECT 1 FROM figure_favorites v WHERE v.user_id = @viewer AND v.image_id = f.image_id) THEN 1 ELSE 0 END AS isFavorite";

    private const string Insert = """
        INSERT INTO figures (image_id, job_id, user_id, visibility, prompt, parameters, model, tags, file, thumbnail, width, height, seed, revision,
            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)
        """;

    private const string InsertTag = "INSERT INTO figure_tags (image_id, tag, user_id, visibility) VALUES ($1, $2, $3, $4)";

    private const string Update =
        "UPDATE figures SET visibility = $2, tags = $3, revision = revision + 1 WHERE image_id = $1 AND revision = $4";

    private const string DeleteTags = "DELETE FROM figure_tags WHERE image_id = $1";

    /// <summary>What is written with the end of a job: its pictures, each with its tags.</summary>
    public static IEnumerable<Statement> Add(StoredJob job, FiguresOrder order, FiguresResult result, DateTimeOffset now)
    {
        var visibility = order.IsPublic ? Visibility.Public : Visibility.Private;
        foreach (var picture in result.Pictures)
        {
            yield return new Statement(
                Insert,
                [
                    picture.Id, job.Id, job.OwnerId, (int)visibility, order.Prompt, order.Parameters, order.Model, Write(result.Tags), picture.File,
                    picture.Thumbnail, picture.Width, picture.Height, picture.Seed, Instant.ToStored(now),
                ]);
            foreach (var tag in result.Tags) yield return AddTag(picture.Id, tag, job.OwnerId, visibility);
        }
    }

    /// <param name="ownerId">Only this account's; null: only those that everybody sees.</param>
    /// <param name="most">Only so many of the newest that match are there.</param>
    public async Task<FigurePage> ListAsync(FigureQuery query, string? ownerId, string? viewerId, int? most = null)
    {
        var values = Values(query, viewerId);
        values.Add("owner", ownerId);
        var (from, where) = Matching(query.Tags, ownerId is null);
        var counted = Math.Min(most ?? MostCounted, MostCounted);
        values.Add("most", counted);
        var total = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
            $"SELECT COUNT(*) FROM (SELECT 1 FROM {from} WHERE {where} LIMIT @most) AS counted", values));
        // A list that is cut off ends there, however it is paged.
        var last = most is null || total < most ? null : await LastAsync(from, where, Id(query.Tags), values, most.Value);
        values.Add("last", last);
        var rows = await database.ReadAsync(connection => connection.QueryAsync<FigureRow>(
            List(query.Tags, ownerId is null, isContinued: query.Before is not null, isCut: last is not null), values));
        return new([.. rows.Select(row => row.ToFigure())], total);
    }

    /// <summary>What reads a page.</summary>
    /// <param name="isContinued">It begins after a picture.</param>
    /// <param name="isCut">It ends with a picture, whatever comes after it.</param>
    internal static string List(IReadOnlyList<string> tags, bool isPublic, bool isContinued = false, bool isCut = false)
    {
        var (from, where) = Matching(tags, isPublic);
        return $"""
            SELECT {Columns}, {IsFavorite} FROM {from} WHERE {where}{(isContinued ? $" AND {Id(tags)} < @before" : "")}{(isCut ? $" AND {Id(tags)} >= @last" : "")}
            ORDER BY {Id(tags)} DESC LIMIT @count OFFSET @offset
            """;
    }

    public async Task<FigurePage> FavoritesAsync(FigureQuery query, string viewerId)
    {
        var values = Values(query, viewerId);
        const string Seen = """
            figure_favorites m JOIN figures f ON f.image_id = m.image_id
            WHERE m.user_id = @viewer AND (f.user_id = @viewer OR f.visibility = 1)
            """;
        var total = await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {Seen}", values));
        var rows = await database.ReadAsync(connection => connection.QueryAsync<FigureRow>(
            $"SELECT {Columns}, 1 AS isFavorite FROM {Seen} ORDER BY m.created_at DESC, m.image_id DESC LIMIT @count OFFSET @offset", values));
        return new([.. rows.Select(row => row.ToFigure())], total);
    }

    public Task<FigureRow?> FindAsync(string imageId, string? viewerId) => database.ReadAsync(connection =>
        connection.QuerySingleOrDefaultAsync<FigureRow>(
            $"SELECT {Columns}, {IsFavorite} FROM figures f WHERE f.image_id = @imageId", new { imageId, viewer = viewerId ?? "" }));

    /// <summary>Some pictures of an account.</summary>
    public async Task<IReadOnlyList<FigureRow>> SomeOfOwnerAsync(string ownerId, int count) => [.. await database.ReadAsync(connection =>
        connection.QueryAsync<FigureRow>($"SELECT {Columns} FROM figures f WHERE f.user_id = @ownerId LIMIT @count", new { ownerId, count }))];

    /// <summary>The pictures of a job that are still there.</summary>
    public async Task<IReadOnlyList<FigureRow>> OfJobAsync(string jobId)
    {
        // Their ids begin with the job's, and '.' comes after '-'.
        var rows = await database.ReadAsync(connection => connection.QueryAsync<FigureRow>(
            $"SELECT {Columns} FROM figures f WHERE f.image_id > @from AND f.image_id < @to", new { from = $"{jobId}-", to = $"{jobId}." }));
        return [.. rows];
    }

    /// <exception cref="StoreConflictException">It has changed since, or is gone.</exception>
    public Task ChangeAsync(FigureRow before, Visibility visibility, IReadOnlyList<string> tags, params IEnumerable<Statement> with) => database.WriteAsync(
    [
        new Statement(Update, [before.Id, (int)visibility, Write(tags), before.Revision], ExpectedRows: 1),
        new Statement(DeleteTags, [before.Id]),
        .. tags.Select(tag => AddTag(before.Id, tag, before.UserId, visibility)),
        .. with,
    ]);

    public Task DeleteAsync(params IEnumerable<string> imageIds) => database.WriteAsync([.. imageIds.SelectMany(id => new[]
    {
        new Statement("DELETE FROM figures WHERE image_id = $1", [id]),
        new Statement(DeleteTags, [id]),
        new Statement("DELETE FROM figure_favorites WHERE image_id = $1", [id]),
        new Statement("DELETE FROM figure_reports WHERE image_id = $1", [id]),
    })]);

    private static Statement AddTag(string imageId, string tag, string userId, Visibility visibility) =>
        new(InsertTag, [imageId, tag, userId, (int)visibility]);

    private Task<string?> LastAsync(string from, string where, string order, DynamicParameters values, int most)
    {
        values.Add("skipped", most - 1);
        return database.ReadAsync(connection => connection.ExecuteScalarAsync<string?>(
            $"SELECT f.image_id FROM {from} WHERE {where} ORDER BY {order} DESC LIMIT 1 OFFSET @skipped", values));
    }

    /// <summary>The first tag leads through its index, in the order of the list; each picture is then asked for the others.</summary>
    private static (string From, string Where) Matching(IReadOnlyList<string> tags, bool isPublic)
    {
        var whose = isPublic ? "{0}.visibility = 1" : "{0}.user_id = @owner";
        if (tags.Count == 0) return ("figures f", string.Format(CultureInfo.InvariantCulture, whose, "f"));
        var others = Enumerable.Range(1, tags.Count - 1).Select(
            i => string.Create(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM figure_tags o WHERE o.image_id = t.image_id AND o.tag = @tag{i})"));
        return (
            "figure_tags t JOIN figures f ON f.image_id = t.image_id",
            $"t.tag = @tag0 AND {string.Format(CultureInfo.InvariantCulture, whose, "t")}{string.Concat(others)}");
    }

    private static string Id(IReadOnlyList<string> tags) => tags.Count == 0 ? "f.image_id" : "t.image_id";

    private static DynamicParameters Values(FigureQuery query, string? viewerId)
    {
        var values = new DynamicParameters(new { count = query.Count, offset = query.Offset, before = query.Before, viewer = viewerId ?? "" });
        for (var i = 0; i < query.Tags.Count; i++) values.Add(string.Create(CultureInfo.InvariantCulture, $"tag{i}"), query.Tags[i]);
        return values;
    }

    private static string Write(IReadOnlyList<string> tags) => JsonSerializer.Serialize(tags, FigureJson.Default.IReadOnlyListString);
}
