using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Documentation;

/// <summary>
/// Whatever is wrong with a request to any operation of any product, the answer is one that its document has: a status of it, in the
/// product's envelope. The client checks that of every answer; here it is only sent what is wrong.
/// </summary>
public sealed class BadInputTests(DocumentedServer server) : IClassFixture<DocumentedServer>
{
    /// <summary>{"alg":"none"} and a payload, without a signature.</summary>
    private const string Unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwic2lkIjoiMSIsImF1ZCI6ImRlbWkiLCJleHAiOjQ4NDg0ODQ4NDh9.";

    private static readonly string[] NoObjects = ["{", "{}}", "not json", "null", "[]", "\"text\"", "1e400", $"{new string('[', 200)}"];

    private static readonly string[] Values =
        ["null", "true", "0", "-1", "1e400", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[[]]", "\"\\u0000\"", "\"\\ud800\"", "{\"a\":null}"];

    public static TheoryData<string> Products => CheckedInDocument.Products;

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_body_that_is_no_object_is_refused(string product) => await ForEachAsync(product, async (visitor, operation, path, token) =>
    {
        if (operation.Request is not JsonObject example) return;
        foreach (var body in NoObjects) await RefusedAsync(visitor, operation, path, Encoding.UTF8.GetBytes(body), token);
        byte[] notUtf8 = [.. Encoding.UTF8.GetBytes($"{{\"{example.First().Key}\":\""), 0xFF, 0xFE, .. "\"}"u8];
        await RefusedAsync(visitor, operation, path, notUtf8, token);
    });

    [Theory]
    [MemberData(nameof(Products))]
    public async Task Any_value_in_any_field_is_answered_as_documented(string product) => await ForEachAsync(product, async (visitor, operation, path, token) =>
    {
        foreach (var (name, value) in operation.Request as JsonObject ?? [])
        {
            foreach (var wrong in Values)
            {
                var text = operation.Request!.ToJsonString().Replace($"\"{name}\":{value?.ToJsonString() ?? "null"}", $"\"{name}\":{wrong}");
                var answer = await visitor.SendAsync(operation, path, Encoding.UTF8.GetBytes(text), token);
                Assert.True((int)answer.Status is < 500 or 501, $"{operation.Name} with {name}={wrong} answered {(int)answer.Status}");
            }
        }
    });

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_body_of_a_mebibyte_is_refused(string product) => await ForEachAsync(product, async (visitor, operation, path, token) =>
    {
        if (operation.Request is not JsonObject example) return;
        var large = example.DeepClone().AsObject();
        large[example.First().Key] = new string('x', 1024 * 1024);
        await RefusedAsync(visitor, operation, path, Encoding.UTF8.GetBytes(large.ToJsonString()), token);
    });

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_token_that_is_missing_forged_unsigned_or_another_products_is_refused(string product)
    {
        var stranger = product == "neurotamagotchi"
            ? (await new ApiClient(server.CreateClient(), "/demi/api/v1").PostAsync(
                "/auth/register", new JsonObject { ["email"] = $"{Guid.NewGuid():N}@example.com", ["password"] = "password123" })).Text("access_token")
            : (await server.SignUpAsync()).Token;
        await ForEachAsync(product, async (visitor, operation, path, token) =>
        {
            if (!operation.NeedsSession || !operation.JudgesToken) return;
            foreach (var bad in (string[])["", "x", "a.b.c", Unsigned, Forged(token), stranger])
                Assert.Equal(401, (int)(await RefusedAsync(visitor, operation, path, "{}"u8.ToArray(), bad)).Status);
        });
    }

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_bad_id_names_nothing(string product) => await ForEachAsync(product, async (visitor, operation, _, token) =>
    {
        if (!operation.Path.Contains('{')) return;
        // Not %00: the server itself refuses such a path, before there is a product.
        foreach (var id in (string[])["not-an-id", "00000000-0000-0000-0000-000000000000", "%01", "..%2f..%2fetc", "1'%20OR%20'1'='1", "💥", new string('9', 300)])
        {
            var path = string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? id : segment));
            var body = operation.Request is null ? null : Encoding.UTF8.GetBytes(operation.Request.ToJsonString());
            await RefusedAsync(visitor, operation, path, body, token);
        }
    });

    [Theory]
    [MemberData(nameof(Products))]
    public async Task A_wrong_method_and_an_unknown_route_are_refused(string product)
    {
        var document = CheckedInDocument.Of(product);
        var nobody = new ApiClient(server.CreateClient(), document.Base);
        foreach (var operation in document.Operations)
        {
            // The client knows from the document which of the two it has to be.
            foreach (var method in (string[])["PATCH", "PUT", "DELETE", "GET", "POST"])
            {
                if (!document.Operations.Any(other => other.Method == method && other.Matches(operation.Path)))
                    Assert.InRange((int)(await nobody.SendAsync(new(method), operation.Path)).Status, 404, 405);
            }

            Assert.Equal(404, (int)(await nobody.GetAsync($"{operation.Path}/nothing/here")).Status);
        }
    }

    private async Task ForEachAsync(string product, Func<Visitor, Operation, string, string, Task> check)
    {
        var document = CheckedInDocument.Of(product);
        var somebody = document.Operations.First(operation => operation.NeedsSession);
        foreach (var operation in document.Operations)
        {
            var visitor = await Visitor.ForAsync(somebody, server, document);
            await check(visitor, operation, await visitor.PathAsync(operation), operation.NeedsSession ? visitor.Token : "");
        }
    }

    private static async Task<Answer> RefusedAsync(Visitor visitor, Operation operation, string path, byte[]? body, string token)
    {
        var answer = await visitor.SendAsync(operation, path, body, token);
        Assert.True((int)answer.Status is >= 400 and < 500, $"{operation.Name} answered {(int)answer.Status}: {answer.Body}");
        return answer;
    }

    /// <summary>The token with another account's id in it, under the signature that it had.</summary>
    private static string Forged(string token)
    {
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]));
        var other = JsonNode.Parse(payload)!;
        other["sub"] = Guid.NewGuid().ToString();
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(other.ToJsonString()));
        return string.Join('.', parts);
    }
}
