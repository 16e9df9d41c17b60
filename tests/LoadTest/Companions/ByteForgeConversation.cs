using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.LoadTest.Http;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Companions;

/// <summary>A conversation with ByteForge's assistant. Its user begins another one before its tokens are used up.</summary>
internal sealed class ByteForgeConversation : Companion
{
    private const string Base = "/byteforge/api";

    /// <summary>The share of its tokens that a conversation may use: what a few sends at once need must still be there.</summary>
    private const double FullAt = 0.7;

    private static readonly Uri SendPath = new($"{Base}/chat/send", UriKind.Relative);
    private static readonly Uri CreatePath = new($"{Base}/chat/conversations", UriKind.Relative);
    private static readonly byte[] Untitled = "{}"u8.ToArray();

    private readonly RestClient _rest;
    private readonly string _bearer;
    private long _id;
    private int _isFull;

    private ByteForgeConversation(RestClient rest, string bearer, long id)
    {
        _rest = rest;
        _bearer = bearer;
        _id = id;
    }

    public static async Task<Companion> CreateAsync(string name, PatientClient patient, RestClient rest, CancellationToken cancellation)
    {
        var account = new JsonObject
        {
            ["email"] = $"{name}@example.com",
            ["password"] = Population.Password,
            ["password2"] = Population.Password,
        };
        var registered = await patient.PostAsync($"{Base}/auth/register", null, account, cancellation);
        var bearer = $"Bearer {registered.GetProperty("tokens").GetProperty("access").GetString()}";
        var created = await patient.PostAsync(CreatePath.OriginalString, bearer, [], cancellation);
        var id = created.GetProperty("id").GetInt64();
        var message = new JsonObject { ["conversation_id"] = id, ["message"] = Texts.Of(0) };
        await patient.PostAsync(SendPath.OriginalString, bearer, message, cancellation);
        return new ByteForgeConversation(rest, bearer, id);
    }

    public override async Task SayAsync(int choice, TimeSpan due)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["conversation_id"] = Interlocked.Read(ref _id), ["message"] = Texts.Of(choice) });
        await _rest.CallAsync(Endpoint.ByteForgeSend, HttpMethod.Post, SendPath, _bearer, body, due, NoteTokens);
        // Whoever first sees that it is full begins the next one.
        if (Interlocked.CompareExchange(ref _isFull, 2, 1) == 1) await BeginAsync();
    }

    public override Task ReadAsync(int choice, TimeSpan due)
    {
        var path = new Uri($"{Base}/chat/conversations/{Interlocked.Read(ref _id)}/history", UriKind.Relative);
        return _rest.CallAsync(Endpoint.ByteForgeHistory, HttpMethod.Get, path, _bearer, null, due);
    }

    private async Task BeginAsync()
    {
        await _rest.CallAsync(Endpoint.ByteForgeCreate, HttpMethod.Post, CreatePath, _bearer, Untitled, null, answer =>
            Interlocked.Exchange(ref _id, JsonSerializer.Deserialize<JsonElement>(answer.Span).GetProperty("id").GetInt64()));
        Volatile.Write(ref _isFull, 0);
    }

    private void NoteTokens(ReadOnlyMemory<byte> answer)
    {
        var (used, limit) = (0L, long.MaxValue);
        var json = new Utf8JsonReader(answer.Span);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName) continue;
            if (json.ValueTextEquals("total_tokens_used"u8) && json.Read()) used = json.GetInt64();
            else if (json.ValueTextEquals("token_limit"u8) && json.Read()) limit = json.GetInt64();
        }

        if (used >= FullAt * limit) Interlocked.CompareExchange(ref _isFull, 1, 0);
    }
}
