using System.Net;
using System.Net.Http.Json;

namespace Platform.Api.Tests.Operators;

/// <summary>How an operator signs in: with a code that is mailed.</summary>
internal static class OperatorClient
{
    /// <summary>A client with the session of an admin.</summary>
    public static async Task<HttpClient> SignInAsync(PlatformServer server)
    {
        var client = server.CreateClient();
        using var answer = await SendCodeAsync(server, client, PlatformServer.AdminEmail);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    /// <summary>What somebody is answered who has the right code.</summary>
    public static async Task<HttpResponseMessage> SendCodeAsync(PlatformServer server, HttpClient client, string email)
    {
        using var asked = await client.PostAsJsonAsync("/operator/code", new { email });
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        return await client.PostAsJsonAsync("/operator/session", new { email, code = new Mailbox(server, email).Code });
    }
}
