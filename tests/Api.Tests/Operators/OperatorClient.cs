using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;

namespace Platform.Api.Tests.Operators;

/// <summary>How an operator signs in: with a code that is mailed, of which an address gets only a few.</summary>
internal static class OperatorClient
{
    private static readonly ConditionalWeakTable<PlatformServer, Task<string>> Sessions = [];

    /// <summary>A client with a session of an admin, which is not to be ended.</summary>
    public static async Task<HttpClient> SharedAsync(PlatformServer server) =>
        With(server, await Sessions.GetValue(server, static server => OpenAsync(server)));

    /// <summary>A client with a session of its own.</summary>
    public static async Task<HttpClient> SignInAsync(PlatformServer server) => With(server, await OpenAsync(server));

    /// <summary>What somebody is answered who has the right code.</summary>
    public static async Task<HttpResponseMessage> SendCodeAsync(PlatformServer server, HttpClient client, string email)
    {
        using var asked = await client.PostAsJsonAsync("/operator/code", new { email });
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        return await client.PostAsJsonAsync("/operator/session", new { email, code = new Mailbox(server, email).Code });
    }

    private static HttpClient With(PlatformServer server, string cookie)
    {
        var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    private static async Task<string> OpenAsync(PlatformServer server)
    {
        using var client = server.CreateClient();
        using var answer = await SendCodeAsync(server, client, PlatformServer.AdminEmail);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
