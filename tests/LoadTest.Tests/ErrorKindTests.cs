using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.LoadTest.Http;

namespace Platform.LoadTest.Tests;

public sealed class ErrorKindTests
{
    [Theory]
    [InlineData(422, """{"detail":"No.","code":"validation_error"}""", "HTTP 422 validation_error")]
    [InlineData(403, """{"error":"Token limit reached.","token_limit_reached":true}""", "HTTP 403 token_limit_reached")]
    [InlineData(404, """{"detail":"Not found."}""", "HTTP 404")]
    [InlineData(502, "<html>Bad gateway</html>", "HTTP 502")]
    [InlineData(500, """{"errors":[{"code":"inner"}],"code":7}""", "HTTP 500")]
    [InlineData(503, "", "HTTP 503")]
    public void A_refusal_is_its_status_and_the_code_of_its_envelope(int status, string body, string kind) =>
        Assert.Equal(kind, ErrorKind.Of((HttpStatusCode)status, Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void What_never_came_says_why()
    {
        var refused = new SocketException((int)SocketError.ConnectionRefused);
        Assert.Equal("timeout", ErrorKind.Of(new TaskCanceledException()));
        Assert.Equal("connection: ConnectionRefused", ErrorKind.Of(new HttpRequestException(HttpRequestError.ConnectionError, inner: refused)));
        Assert.Equal("connection: ResponseEnded", ErrorKind.Of(new HttpRequestException(HttpRequestError.ResponseEnded)));
    }
}
