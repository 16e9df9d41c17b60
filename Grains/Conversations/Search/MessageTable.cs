using System.Globalization;
using Dapper;
using Platform.Storage;

namespace Platform.Conversations.Search;

/// <summary>What was said in a message.</summary>
/// <param name="CreatedAt">In microseconds since 1970, UTC.</param>
internal sealed record MessageText(long Seq, string Content, long CreatedAt);

/// <summary>One of the logs, as searches read it. Numbers have no gaps and rise with time.</summary>
internal sealed class MessageTable
{
    public static readonly MessageTable OfCompanions = new("messages", "conversation_id", key => key);

    public static readonly MessageTable OfAssistant =
        new("conversation_messages", "conversation", key => long.Parse(key, CultureInfo.InvariantCulture));

    private readonly Func<string, object> _key;
    private readonly string _selectThese;
    private readonly string _touch;

    private MessageTable(string name, string column, Func<string, object> key)
    {
        _key = key;
        var select = $"SELECT seq, content, created_at AS createdAt FROM {name} WHERE {column} = @key AND seq";
        SelectRange = $"{select} BETWEEN @first AND @last ORDER BY seq DESC";
        _selectThese = $"{select} IN ";
        SelectMoment = $"SELECT created_at FROM {name} WHERE {column} = @key AND seq = @seq";
        _touch = $"UPDATE {name} SET content = content WHERE {column} = $1 AND seq = $2 AND content <> ''";
    }

    internal string SelectRange { get; }

    internal string SelectMoment { get; }

    /// <summary>These messages, both ends included, the newest first.</summary>
    public Task<List<MessageText>> RangeAsync(Database database, string conversation, long first, long last) =>
        ReadAsync(database, SelectRange, new { key = _key(conversation), first, last });

    /// <summary>Those of these numbers, the newest first.</summary>
    public Task<List<MessageText>> TheseAsync(Database database, string conversation, IReadOnlyList<long> these)
    {
        var list = Listed.In(these, new { key = _key(conversation) }, out var parameters);
        return ReadAsync(database, $"{_selectThese}{list} ORDER BY seq DESC", parameters);
    }

    /// <summary>
    /// The number of the first message at or after a moment; one beyond the last where there is none. Found by halving, so messages need no
    /// index of time, which each of them would have to pay for.
    /// </summary>
    public async Task<long> FirstSinceAsync(Database database, string conversation, DateTimeOffset moment, long lastSeq)
    {
        var stored = Instant.ToStored(moment);
        var (low, high) = (1L, lastSeq + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await MomentAsync(database, conversation, middle) < stored) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    public Task<long?> MomentAsync(Database database, string conversation, long seq) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<long?>(SelectMoment, new { key = _key(conversation), seq }));

    /// <summary>
    /// Changes nothing, but fails its unit where the message is gone or erased, and makes a deletion that is under way wait for it, or it for
    /// the deletion: so what is written in one unit with it is never left behind.
    /// </summary>
    public Statement Hold(string conversation, long seq) => new(_touch, [_key(conversation), seq], ExpectedRows: 1);

    private static async Task<List<MessageText>> ReadAsync(Database database, string sql, object parameters)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<Row>(sql, parameters));
        return [.. rows.Select(row => new MessageText(row.Seq, row.Content, row.CreatedAt))];
    }

    private sealed class Row
    {
        public long Seq { get; init; }

        public string Content { get; init; } = "";

        public long CreatedAt { get; init; }
    }
}
