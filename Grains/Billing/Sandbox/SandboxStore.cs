using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Platform.Storage;

namespace Platform.Billing.Sandbox;

/// <summary>The sandbox's customers, and the events that are on their way to us: both change in one commit.</summary>
internal sealed class SandboxStore(Database database)
{
    private const string Insert = "INSERT INTO sandbox_customers (customer_id, revision, state) VALUES ($1, 1, $2)";

    private const string Update = "UPDATE sandbox_customers SET revision = revision + 1, state = $3 WHERE customer_id = $1 AND revision = $2";

    private const string InsertDelivery = """
        INSERT INTO sandbox_deliveries (customer_id, position, address, body, not_before, attempts) VALUES ($1, $2, $3, $4, $5, 0)
        """;

    private const string SelectFirst = """
        SELECT position, address, body, not_before AS notBefore, attempts FROM sandbox_deliveries
        WHERE customer_id = @customerId AND not_before <= @now ORDER BY position LIMIT 1
        """;

    /// <summary>The customer and its revision, or null.</summary>
    public async Task<(SandboxCustomer Customer, long Revision)?> FindAsync(string customerId)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<(string State, long Revision)?>(
            "SELECT state, revision FROM sandbox_customers WHERE customer_id = @customerId", new { customerId }));
        return row is var (state, revision) ? (JsonSerializer.Deserialize(state, SandboxCustomerJson.Default.SandboxCustomer)!, revision) : null;
    }

    /// <summary>Writes a customer in the place of one of this revision (0: none), and events to be sent.</summary>
    /// <exception cref="StoreConflictException">It has another revision.</exception>
    public Task SaveAsync(SandboxCustomer customer, long revision, IReadOnlyList<SandboxDelivery> deliveries)
    {
        var state = JsonSerializer.Serialize(customer, SandboxCustomerJson.Default.SandboxCustomer);
        return database.WriteAsync(
        [
            revision == 0 ? new Statement(Insert, [customer.Id, state]) : new Statement(Update, [customer.Id, revision, state], ExpectedRows: 1),
            .. deliveries.Select(delivery => new Statement(
                InsertDelivery, [customer.Id, delivery.Position, delivery.Address, delivery.Body, Instant.ToStored(delivery.NotBefore)])),
        ]);
    }

    /// <summary>The first event that is due to be sent, or null.</summary>
    public async Task<SandboxDelivery?> FirstAsync(string customerId, DateTimeOffset now)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(
            SelectFirst, new { customerId, now = Instant.ToStored(now) }));
        return row is null ? null : new(row.Position, row.Address, row.Body, Instant.FromStored(row.NotBefore), (int)row.Attempts);
    }

    /// <summary>When the next event is due; null: there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(string customerId) => await database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long?>("SELECT MIN(not_before) FROM sandbox_deliveries WHERE customer_id = @customerId", new { customerId }))
        is { } next ? Instant.FromStored(next) : null;

    public Task SentAsync(string customerId, long position) => database.WriteAsync(
        new Statement("DELETE FROM sandbox_deliveries WHERE customer_id = $1 AND position = $2", [customerId, position]));

    public Task PostponeAsync(string customerId, long position, DateTimeOffset until) => database.WriteAsync(new Statement(
        "UPDATE sandbox_deliveries SET not_before = $3, attempts = attempts + 1 WHERE customer_id = $1 AND position = $2",
        [customerId, position, Instant.ToStored(until)]));

    private sealed class Row
    {
        public long Position { get; init; }

        public string Address { get; init; } = "";

        public string Body { get; init; } = "";

        public long NotBefore { get; init; }

        public long Attempts { get; init; }
    }
}

/// <summary>An event on its way to us.</summary>
internal sealed record SandboxDelivery(long Position, string Address, string Body, DateTimeOffset NotBefore, int Attempts = 0);

[JsonSerializable(typeof(SandboxCustomer))]
internal sealed partial class SandboxCustomerJson : JsonSerializerContext;
