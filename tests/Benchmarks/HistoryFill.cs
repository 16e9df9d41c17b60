namespace Platform.Benchmarks;

/// <summary>Fills the log of a conversation.</summary>
internal static class HistoryFill
{
    /// <summary>Forty thousand different words, and one that is said once.</summary>
    private const string Insert = """
        INSERT INTO messages (conversation_id, seq, id, role, content, emotion, created_at)
        SELECT $1, n, $1 || '-' || n, (n + 1) % 2,
            CASE WHEN n = 2 THEN 'Zanzibar' ELSE 'I said' END || ' in message ' || n || ' something of word' || (n * 7919) % 40000 || ' and of topic' || n % 500,
            CASE WHEN n % 2 = 0 THEN 'happy' END, 1760000000000000 + n * 1000
        FROM numbers
        """;

    public static Task WriteAsync(string dataDirectory, string? connectionString, string conversation, int count) =>
        NumberedFill.WriteAsync(dataDirectory, connectionString, "messages", Insert, conversation, count);
}
