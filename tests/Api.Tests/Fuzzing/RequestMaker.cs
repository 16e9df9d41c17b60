using System.Text;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Makes requests to an operation: right ones, almost right ones, and nonsense.</summary>
internal sealed class RequestMaker(JsonShape shape, Random luck)
{
    private static readonly string[] ContentTypes =
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "application/xml", "application/json; charset=utf-16", "application/json; charset=nonsense", "nonsense", "*/*", ""];

    private static readonly (string Name, string Value)[] OddHeaders =
    [
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "1.2.3.4, nonsense"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "gopher"), ("Forwarded", "for=\"[::1]\";host=evil"),
        ("Range", "bytes=5-2"), ("If-None-Match", "*"), ("If-Match", "nonsense"), ("If-Modified-Since", "yesterday"), ("Last-Event-ID", "nonsense"), ("Last-Event-ID", "01a20ff1-2ee8-7ff8-b629-fa5b3777c395:99999999999"),
        ("Last-Event-ID", ":"), ("Prefer", "respond-async"), ("Prefer", "wait=99999999999"), ("Accept", "application/xml"), ("Accept", "nonsense"), ("Accept", "text/event-stream;q=0"), ("Accept", "*/*;q=x"),
        ("Accept-Language", "zz;q=1000"), ("Accept-Encoding", "gzip;q=0, nonsense"), ("Origin", "https://evil.example"), ("Origin", "nonsense"), ("Access-Control-Request-Method", "DELETE"), ("Cookie", "a=b; ; =;"),
        ("Content-Encoding", "gzip"), ("Content-Language", "💥"), ("Upgrade", "websocket"), ("Sec-WebSocket-Key", "x"), ("X-Empty", ""), ("X-Many", "éèê"), ("Stripe-Signature", "t=1,v1=0"), ("Expect", "nonsense"),
    ];

    private readonly List<string> _keys = [];

    /// <param name="person">With whom it can succeed.</param>
    /// <param name="other">Somebody whose business it is not.</param>
    public FuzzRequest Make(Operation operation, string basePath, Person person, Person? other)
    {
        var method = luck.Next(40) == 0 ? Any("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "NONSENSE") : operation.Method;
        var body = Body(operation, person.Request);
        var isChunked = body is not null && luck.Next(10) == 0;
        return new FuzzRequest(method, basePath + Path(operation, person, other) + Query(operation), [.. Headers(operation, person, other, body is not null)], body, isChunked);
    }

    private string Path(Operation operation, Person person, Person? other)
    {
        var path = person.Path;
        if (!operation.Path.Contains('{', StringComparison.Ordinal)) return luck.Next(30) == 0 ? path + Any("/", "//", "/x", "%20") : path;
        return luck.Next(10) switch
        {
            < 6 => path,
            < 7 when other is not null && operation.Matches(other.Path) => other.Path,
            7 => path.ToUpperInvariant(),
            _ => string.Join('/', operation.Path.Split('/').Zip(path.Split('/'), (wanted, has) => wanted.StartsWith('{') && luck.Next(2) == 0 ? Odd.Segment(luck) : has)),
        };
    }

    private string Query(Operation operation)
    {
        var asked = new List<string>();
        foreach (var (name, schema, isRequired) in operation.QueryParameters)
        {
            if (luck.Next(10) < (isRequired ? 1 : 5)) continue;
            asked.Add($"{name}={Parameter(schema)}");
            if (luck.Next(10) == 0) asked.Add($"{name}={Parameter(schema)}");
        }

        if (luck.Next(15) == 0) asked.Add(Any("", "&", "=", "=x", "x", "%zz", "a=b=c", "a[]=1", "a%00=b%00", $"x={new string('y', 3000)}", "💥=💥"));
        return asked.Count == 0 ? "" : "?" + Ascii(string.Join('&', asked));
    }

    private string Parameter(JsonNode schema)
    {
        if (luck.Next(4) == 0) return luck.Next(8) == 0 ? "%00" : luck.Next(8) == 0 ? "%ed%a0%80" : Odd.Escaped(luck.Next(2) == 0 ? Odd.Text(luck) : Odd.Number(luck));
        var value = new SchemaValues(shape, luck, 0.1).Value(schema, (schema["examples"] as JsonArray)?[0]);
        return Odd.Escaped(value.StartsWith('"') && value.EndsWith('"') && value.Length > 1 ? value[1..^1] : value);
    }

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, Person person, Person? other, bool hasBody)
    {
        if (operation.NeedsSession || luck.Next(4) == 0)
        {
            var token = luck.Next(20) switch { 0 => null, 1 => person.Token[..^3] + "AAA", 2 => Any("", "x", "a.b.c", "null", new string('x', 9000)), 3 => other?.Token, _ => person.Token };
            if (token is not null) yield return ("Authorization", luck.Next(20) == 0 ? Any($"bearer {token}", token, $"Basic {token}", "Bearer", "Bearer  ") : $"Bearer {token}");
        }

        if (luck.Next(operation.Method == "POST" ? 5 : 30) == 0) yield return ("Idempotency-Key", Key());
        if (hasBody && luck.Next(10) > 0) yield return ("Content-Type", luck.Next(8) == 0 ? Any(ContentTypes) : "application/json");
        if (luck.Next(operation.Streams ? 4 : 40) == 0) yield return ("Accept", "text/event-stream");
        if (luck.Next(8) == 0) yield return OddHeaders[luck.Next(OddHeaders.Length)];
    }

    private string Key()
    {
        if (luck.Next(6) == 0) return Any("", " ", "é", new string('k', 256), "a b", "a,b", "\"\"");
        if (_keys.Count > 0 && luck.Next(2) == 0) return _keys[luck.Next(_keys.Count)];
        _keys.Add($"key-{luck.Next()}");
        return _keys[^1];
    }

    private byte[]? Body(Operation operation, JsonNode? example)
    {
        if (operation.RequestSchema is not { } schema)
            return luck.Next(operation.Method == "GET" ? 40 : 10) == 0 ? Encoding.UTF8.GetBytes(Odd.Json(luck)) : null;
        return luck.Next(20) switch
        {
            < 7 => Json(schema, example, 0),
            < 13 => Json(schema, example, 0.15),
            < 16 => Json(schema, example, 0.5),
            16 => Encoding.UTF8.GetBytes(Odd.Json(luck)),
            17 => Huge(example),
            _ => BrokenJson.Of(Json(schema, example, 0), luck),
        };
    }

    private byte[] Json(JsonNode schema, JsonNode? example, double oddity) => Encoding.UTF8.GetBytes(new SchemaValues(shape, luck, oddity).Value(schema, example));

    private byte[] Huge(JsonNode? example)
    {
        var large = example?.DeepClone() as JsonObject ?? [];
        var length = luck.Next(3) switch { 0 => 250 * 1024, 1 => 256 * 1024, _ => 400 * 1024 };
        large[large.Count == 0 ? "x" : large.ElementAt(luck.Next(large.Count)).Key] = new string('x', length);
        return Encoding.UTF8.GetBytes(large.ToJsonString());
    }

    /// <summary>What an HTTP client lets through.</summary>
    private static string Ascii(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private string Any(params string[] choices) => choices[luck.Next(choices.Length)];
}
