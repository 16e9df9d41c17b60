using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>What came back: status, headers and the body as JSON (null where there is none).</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body, JsonNode? Json)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            return new(response.StatusCode, response.Headers, body, body.Length == 0 ? null : JsonNode.Parse(body));
        }
    }

    public string Text(string name) => Json![name]!.GetValue<string>();

    /// <summary>It is an error in an envelope of <c>detail</c> and <c>code</c>, and gives nothing away.</summary>
    public Answer IsError(int status, string? code = null)
    {
        Assert.True((int)Status == status, $"expected {status}, got {(int)Status}: {Body}");
        Assert.NotEmpty(Text("detail"));
        Assert.Matches("^([A-Z_]+|[a-z_]+)$", Text("code"));
        if (code is not null) Assert.Equal(code, Text("code"));
        Assert.DoesNotContain("Exception", Body);
        Assert.DoesNotContain("   at ", Body);
        return this;
    }
}
