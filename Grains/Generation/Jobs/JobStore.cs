using System.Data.Common;
using System.Text.Json;
using Dapper;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>The rows of jobs.</summary>
internal sealed class JobStore(Database database)
{
    private const string Columns = """
        job_id AS id, owner_id AS ownerId, user_id AS userId, pack_id AS packId, state, progress, revision, priority, price, attempts,
        is_settled AS isSettled, job_order AS jobOrder, result, error, created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt
        """;

    private const string Insert = """
        INSERT INTO generation_jobs
            (job_id, owner_id, user_id, kind, subject_id, file_id, pack_id, state, progress, revision, priority, price, attempts, is_settled,
             job_order, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """;

    private const string Update = """
        UPDATE generation_jobs SET state = $2, progress = $3, revision = $4, attempts = $5, is_settled = $6, result = $7, error = $8,
            updated_at = $9, deleted_at = $10
        WHERE job_id = $1 AND revision = $11
        """;

    /// <summary>Of an owner, by kind.</summary>
    internal const string OfOwner = "owner_id = @ownerId AND kind = @kind AND deleted_at IS NULL";

    internal const string OfFile = $"{OfOwner} AND file_id = @fileId";

    internal const string OfSubject = $"subject_id = @subjectId AND {OfOwner}";

    internal const string SelectUnsettled =
        "SELECT job_id FROM generation_jobs WHERE is_settled = 0 AND job_id > @after ORDER BY job_id LIMIT @count";

    private const string SelectAllOfOwner = "SELECT job_id FROM generation_jobs WHERE owner_id = @ownerId LIMIT @count";

    /// <summary>Writes new jobs as one unit.</summary>
    /// <exception cref="StoreConflictException">One is there already.</exception>
    public Task AddAsync(IEnumerable<StoredJob> jobs) => database.WriteAsync([.. jobs.Select(job => new Statement(
        Insert,
        [
            job.Id, job.OwnerId, job.UserId, (int)job.Order.Kind, job.Order.SubjectId, job.Order.FileId, job.PackId, (int)job.State, job.Progress,
            job.Revision, job.Priority, job.Price, job.Attempts, 0, Write(job.Order), Instant.ToStored(job.CreatedAt),
            Instant.ToStored(job.UpdatedAt),
        ]))]);

    public async Task<StoredJob?> FindAsync(string id) => (await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(
        $"SELECT {Columns} FROM generation_jobs WHERE job_id = @id", new { id })))?.ToJob();

    /// <summary>The jobs of a pack, whatever became of them.</summary>
    public async Task<IReadOnlyList<StoredJob>> OfPackAsync(string packId) => [.. (await database.ReadAsync(connection =>
        connection.QueryAsync<Row>($"SELECT {Columns} FROM generation_jobs WHERE pack_id = @packId ORDER BY job_id", new { packId })))
        .Select(row => row.ToJob())];

    /// <summary>Writes a change, and what belongs to it, as one unit.</summary>
    /// <returns>The job as it is then stored.</returns>
    /// <exception cref="StoreConflictException">It is no longer as <paramref name="before"/> says.</exception>
    public async Task<StoredJob> SaveAsync(StoredJob before, StoredJob next, params IEnumerable<Statement> with)
    {
        next = next with { Revision = before.Revision + 1 };
        object?[] values =
        [
            next.Id, (int)next.State, next.Progress, next.Revision, next.Attempts, next.IsSettled ? 1 : 0,
            next.Result is { } result ? JsonSerializer.Serialize(result, JobJson.Stored.JobResult) : null, next.Error,
            Instant.ToStored(next.UpdatedAt), next.DeletedAt is { } at ? Instant.ToStored(at) : null, before.Revision,
        ];
        await database.WriteAsync([new(Update, values, ExpectedRows: 1), .. with]);
        return next;
    }

    /// <summary>Removes jobs as if they had never been, as one unit.</summary>
    public Task RemoveAsync(params IEnumerable<string> ids) => database.WriteAsync(
        [.. ids.Select(id => new Statement("DELETE FROM generation_jobs WHERE job_id = $1", [id]))]);

    /// <summary>A page, the newest first, and how many there are in all.</summary>
    public Task<(IReadOnlyList<StoredJob> Items, long Total)> PageAsync(string ownerId, JobQuery query)
    {
        var where = query.SubjectId is not null ? OfSubject : query.FileId is not null ? OfFile : OfOwner;
        var values = new { ownerId, kind = (int)query.Kind, subjectId = query.SubjectId, fileId = query.FileId, count = query.Count, offset = query.Offset };
        return database.ReadAsync<(IReadOnlyList<StoredJob>, long)>(async connection =>
        {
            var total = await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM generation_jobs WHERE {where}", values);
            var rows = await connection.QueryAsync<Row>(
                $"SELECT {Columns} FROM generation_jobs WHERE {where} ORDER BY job_id DESC LIMIT @count OFFSET @offset", values);
            return ([.. rows.Select(row => row.ToJob())], total);
        });
    }

    /// <summary>Jobs that have not ended with all that belongs to it, the oldest first.</summary>
    public Task<IReadOnlyList<string>> UnsettledAsync(string after, int count) => IdsAsync(SelectUnsettled, new { after, count });

    /// <summary>Some of the jobs of an owner, of those that were deleted too.</summary>
    public Task<IReadOnlyList<string>> SomeOfOwnerAsync(string ownerId, int count) => IdsAsync(SelectAllOfOwner, new { ownerId, count });

    /// <summary>What was made of a mascot and is still there.</summary>
    public Task<IReadOnlyList<string>> MadeOfAsync(string subjectId) => IdsAsync(
        "SELECT job_id FROM generation_jobs WHERE subject_id = @subjectId AND deleted_at IS NULL", new { subjectId });

    private Task<IReadOnlyList<string>> IdsAsync(string sql, object values) => database.ReadAsync<IReadOnlyList<string>>(
        async (DbConnection connection) => [.. await connection.QueryAsync<string>(sql, values)]);

    private static string Write(JobOrder order) => JsonSerializer.Serialize(order, JobJson.Stored.JobOrder);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string OwnerId { get; init; } = "";

        public string UserId { get; init; } = "";

        public string? PackId { get; init; }

        public long State { get; init; }

        public long Progress { get; init; }

        public long Revision { get; init; }

        public long Priority { get; init; }

        public long Price { get; init; }

        public long Attempts { get; init; }

        public long IsSettled { get; init; }

        public string JobOrder { get; init; } = "";

        public string? Result { get; init; }

        public string? Error { get; init; }

        public long CreatedAt { get; init; }

        public long UpdatedAt { get; init; }

        public long? DeletedAt { get; init; }

        public StoredJob ToJob() => new()
        {
            Id = Id,
            OwnerId = OwnerId,
            UserId = UserId,
            PackId = PackId,
            Order = JsonSerializer.Deserialize(JobOrder, JobJson.Stored.JobOrder)!,
            State = (JobState)State,
            Progress = (int)Progress,
            Revision = Revision,
            Priority = (int)Priority,
            Price = Price,
            Attempts = (int)Attempts,
            IsSettled = IsSettled != 0,
            Result = Result is null ? null : JsonSerializer.Deserialize(Result, JobJson.Stored.JobResult),
            Error = Error,
            CreatedAt = Instant.FromStored(CreatedAt),
            UpdatedAt = Instant.FromStored(UpdatedAt),
            DeletedAt = DeletedAt is { } at ? Instant.FromStored(at) : null,
        };
    }
}
