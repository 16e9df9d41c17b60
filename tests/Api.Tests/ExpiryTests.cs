using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Api.Tests;

/// <summary>A server whose clock a test can put forward.</summary>
public sealed class ExpiryTests : PlatformServer
{
    private readonly LaterClock _clock = new();

    [Fact]
    public async Task A_token_that_was_good_before_is_refused_once_it_has_expired()
    {
        var user = await SignUpAsync();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await user.GetAsync("/auth/me")).IsError(401, "TOKEN_EXPIRED");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
    }
}
