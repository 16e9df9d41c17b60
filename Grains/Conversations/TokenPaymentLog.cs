using Dapper;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>The append-only log of what was paid for tokens.</summary>
internal sealed class TokenPaymentLog(Database database)
{
    private const string Select = """
        SELECT number, owner_number AS ownerNumber, owner_email AS ownerEmail, conversation, cents, tokens, token_limit AS tokenLimit,
            created_at AS createdAt
        FROM token_payments
        """;

    internal const string SelectOfOperation = Select + " WHERE operation_id = @operationId AND owner_id = @ownerId";

    internal const string SelectOfOwner = Select + " WHERE owner_id = @ownerId ORDER BY created_at DESC, number DESC";

    internal const string SelectLatest = Select + " ORDER BY created_at DESC, number DESC LIMIT @count";

    internal const string DeleteOfOwner = "DELETE FROM token_payments WHERE owner_id = $1";

    private const string Insert = """
        INSERT INTO token_payments
            (number, owner_id, owner_number, owner_email, conversation, operation_id, cents, tokens, token_limit, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    /// <summary>
    /// Writes a payment; to be saved with its conversation. Fails with <see cref="StoreConflictException"/> where its operation has paid.
    /// </summary>
    public static Statement Append(string ownerId, string operationId, TokenPayment payment) => new(
        Insert,
        [
            payment.Number,
            ownerId,
            payment.OwnerNumber,
            payment.OwnerEmail,
            payment.Conversation,
            operationId,
            payment.Cents,
            payment.Tokens,
            payment.TokenLimit,
            Instant.ToStored(payment.CreatedAt),
        ]);

    /// <summary>What an operation of this account has paid.</summary>
    public async Task<TokenPayment?> MadeByAsync(string ownerId, string operationId) =>
        (await ReadAsync(SelectOfOperation, new { operationId, ownerId })).SingleOrDefault();

    /// <summary>What an account has paid, the newest first.</summary>
    public Task<IReadOnlyList<TokenPayment>> OfOwnerAsync(string ownerId) => ReadAsync(SelectOfOwner, new { ownerId });

    /// <summary>The newest of all.</summary>
    public Task<IReadOnlyList<TokenPayment>> LatestAsync(int count) => ReadAsync(SelectLatest, new { count });

    public Task DeleteOfOwnerAsync(string ownerId) => database.WriteAsync(new Statement(DeleteOfOwner, [ownerId]));

    private async Task<IReadOnlyList<TokenPayment>> ReadAsync(string sql, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(sql, parameters));
        return [.. rows.Select(row => row.ToPayment())];
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public long OwnerNumber { get; init; }

        public string OwnerEmail { get; init; } = "";

        public long Conversation { get; init; }

        public long Cents { get; init; }

        public long Tokens { get; init; }

        public long TokenLimit { get; init; }

        public long CreatedAt { get; init; }

        public TokenPayment ToPayment() =>
            new(Number, OwnerNumber, OwnerEmail, Conversation, Cents, Tokens, TokenLimit, Instant.FromStored(CreatedAt));
    }
}
