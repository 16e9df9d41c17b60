using System.Net;

namespace Platform.Api.Tests;

public sealed class ExpiryTests(LaterServer server) : IClassFixture<LaterServer>
{
    [Fact]
    public async Task A_token_that_was_good_before_is_refused_once_it_has_expired()
    {
        var user = await server.SignUpAsync();
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        server.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        (await user.GetAsync("/auth/me")).IsError(401, "TOKEN_EXPIRED");
    }
}
