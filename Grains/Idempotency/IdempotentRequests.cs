using Dapper;
using Platform.Storage;

namespace Platform.Idempotency;

/// <summary>The requests that may be sent again. A row lasts until it has expired or its account is deleted.</summary>
internal sealed class IdempotentRequests(Database database)
{
    private const string Select = """
        SELECT account_id AS accountId, operation_id AS operationId, fingerprint, leased_until AS leasedUntil, answer, expires_at AS expiresAt
        FROM idempotent_requests WHERE id = @id
        """;

    /// <summary>A row that has expired makes room; one that has not was written by another activation.</summary>
    private const string Insert = """
        INSERT INTO idempotent_requests (id, account_id, operation_id, fingerprint, leased_until, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (id) DO UPDATE SET
            account_id = excluded.account_id, operation_id = excluded.operation_id, fingerprint = excluded.fingerprint,
            leased_until = excluded.leased_until, answer = NULL, expires_at = excluded.expires_at
        WHERE idempotent_requests.expires_at <= $7
        """;

    private const string UpdateLease = """
        UPDATE idempotent_requests SET leased_until = $4
        WHERE id = $1 AND operation_id = $2 AND leased_until = $3 AND answer IS NULL
        """;

    private const string UpdateAnswer =
        "UPDATE idempotent_requests SET answer = $3 WHERE id = $1 AND operation_id = $2 AND answer IS NULL";

    /// <summary>How far the oldest of the expired rows reach, and how many they are: a range of the index.</summary>
    private const string SelectExpired = $"SELECT COUNT(*) AS count, MAX(expires_at) AS upTo FROM ({OldestExpired}) AS expired";

    internal const string OldestExpired = "SELECT expires_at FROM idempotent_requests WHERE expires_at <= @now ORDER BY expires_at LIMIT @most";

    internal const string DeleteUpTo = "DELETE FROM idempotent_requests WHERE expires_at <= $1";

    internal const string DeleteOfAccount = "DELETE FROM idempotent_requests WHERE account_id = $1";

    public async Task<IdempotentRequest?> FindAsync(string id)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(Select, new { id }));
        return row?.ToRequest();
    }

    /// <summary>Writes a request that begins.</summary>
    /// <exception cref="StoreConflictException">It is there already, and has not expired at <paramref name="now"/>.</exception>
    public Task AddAsync(string id, IdempotentRequest request, DateTimeOffset now) => database.WriteAsync(new Statement(
        Insert,
        [
            id,
            request.AccountId,
            request.OperationId,
            request.Fingerprint,
            Instant.ToStored(request.LeasedUntil),
            Instant.ToStored(request.ExpiresAt),
            Instant.ToStored(now),
        ],
        ExpectedRows: 1));

    /// <summary>Moves the end of a lease of a request that has no answer.</summary>
    /// <exception cref="StoreConflictException">It is no longer the last lease, or the request has an answer or is gone.</exception>
    public Task LeaseAsync(string id, Lease last, DateTimeOffset until) => database.WriteAsync(
        new Statement(UpdateLease, [id, last.OperationId, Instant.ToStored(last.Until), Instant.ToStored(until)], ExpectedRows: 1));

    /// <summary>Keeps the answer.</summary>
    /// <exception cref="StoreConflictException">There is one already, or the request is gone.</exception>
    public Task AnswerAsync(string id, string operationId, byte[] answer) =>
        database.WriteAsync(new Statement(UpdateAnswer, [id, operationId, answer], ExpectedRows: 1));

    /// <summary>Forgets all requests of an account.</summary>
    public Task DeleteOfAccountAsync(string accountId) =>
        database.WriteAsync(new Statement(DeleteOfAccount, [accountId]));

    /// <summary>Removes about as many of the expired rows as are asked for, the oldest first. True: there may be more.</summary>
    public async Task<bool> DeleteExpiredAsync(DateTimeOffset now, int most)
    {
        var (count, upTo) = await database.ReadAsync(connection => connection.QuerySingleAsync<(long Count, long? UpTo)>(
            SelectExpired, new { now = Instant.ToStored(now), most }));
        if (upTo is null) return false;
        await database.WriteAsync(new Statement(DeleteUpTo, [upTo]));
        return count == most;
    }

    private sealed class Row
    {
        public string AccountId { get; init; } = "";

        public string OperationId { get; init; } = "";

        public byte[] Fingerprint { get; init; } = [];

        public long LeasedUntil { get; init; }

        public byte[]? Answer { get; init; }

        public long ExpiresAt { get; init; }

        public IdempotentRequest ToRequest() =>
            new(AccountId, OperationId, Fingerprint, Instant.FromStored(LeasedUntil), Answer, Instant.FromStored(ExpiresAt));
    }
}
