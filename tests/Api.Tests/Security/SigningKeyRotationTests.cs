using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Identity;
using Platform.Security;
using Platform.Testing;

namespace Platform.Api.Tests.Security;

public sealed class SigningKeyRotationTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan RotateAfter = TimeSpan.FromDays(30);

    private readonly FakeClockServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_server).DisposeAsync();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Keys_rotate_by_themselves_and_no_token_notices()
    {
        var first = Assert.Single(await PublishedAsync());
        _server.Clock.Advance(RotateAfter - ISigningKeysGrain.PublishedAhead);
        await UntilAsync(async () => await PublishedAsync() is [var signing, _] && signing == first);
        var before = await _server.SignUpAsync();
        Assert.Equal(first, KeyOf(before.Token));

        _server.Clock.Advance(ISigningKeysGrain.PublishedAhead);
        await UntilAsync(async () => (await PublishedAsync())[0] != first);
        var published = await PublishedAsync();
        var after = await _server.SignUpAsync();
        Assert.Equal((published[0], 2), (KeyOf(after.Token), published.Count));
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/auth/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_forgotten_key_takes_its_tokens_along_also_remembered_ones_that_have_not_expired()
    {
        var user = await _server.SignUpAsync();
        var first = KeyOf(user.Token);
        _server.Clock.Advance(RotateAfter - TimeSpan.FromDays(1));
        var late = await _server.SignUpAsync();
        var lasting = new NeuroTamagotchiClient(_server.CreateClient())
        {
            Token = await IssueAsync(_server.Services.GetRequiredService<AccessTokens>(), late, TimeSpan.FromDays(20)),
        };
        Assert.Equal(first, KeyOf(lasting.Token));
        Assert.Equal(HttpStatusCode.OK, (await lasting.GetAsync("/auth/me")).Status);

        _server.Clock.Advance(TimeSpan.FromDays(1));
        await UntilAsync(async () => (await PublishedAsync()).Count == 2);
        _server.Clock.Advance(TimeSpan.FromDays(9));
        await UntilAsync(async () => !(await PublishedAsync()).Contains(first));
        (await lasting.GetAsync("/auth/me")).IsError(401, "UNAUTHORIZED");
    }

    [Fact]
    public async Task A_flood_of_invented_keys_makes_one_fetch_and_known_keys_make_none()
    {
        var user = await _server.SignUpAsync();
        _server.Calls.Counted = typeof(ISigningKeysGrain);
        await FloodAsync(user.Token, 200);
        Assert.Equal(1, _server.Calls.Count);

        _server.Clock.Advance(SigningKeyRing.Pause);
        await FloodAsync(user.Token, 200);
        Assert.Equal(2, _server.Calls.Count);
        _server.Clock.Advance(SigningKeyRing.Pause);
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        Assert.Equal(2, _server.Calls.Count);
    }

    [Fact]
    public async Task A_token_of_a_key_that_another_front_door_learned_first_is_good_here_and_a_leaked_one_is_not()
    {
        var user = await _server.SignUpAsync();
        var grains = _server.Services.GetRequiredService<IGrainFactory>();
        var leaked = KeyOf(user.Token);
        var id = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).ReplaceAll();
        using var otherRing = new SigningKeyRing(grains, _server.Clock, NullLogger<SigningKeyRing>.Instance);
        await otherRing.StartAsync(CancellationToken.None);
        using var elsewhere = new AccessTokens(otherRing, grains, _server.Clock);
        var again = new NeuroTamagotchiClient(_server.CreateClient()) { Token = await IssueAsync(elsewhere, user, TimeSpan.Zero) };

        Assert.Equal((leaked, id), (Assert.Single(await PublishedAsync()), KeyOf(again.Token)));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/auth/me")).Status);
        (await user.GetAsync("/auth/me")).IsError(401, "UNAUTHORIZED");
        await otherRing.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_front_door_that_reaches_no_silo_keeps_the_keys_that_it_knows()
    {
        var user = await _server.SignUpAsync();
        _server.Calls.Counted = typeof(ISigningKeysGrain);
        _server.Calls.Break(typeof(ISigningKeysGrain));
        _server.Clock.Advance(SigningKeyRing.Period);
        await UntilAsync(() => Task.FromResult(_server.Calls.Count == 1));
        (await FloodAsync(user.Token, 1))[0].IsError(401, "UNAUTHORIZED");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
        Assert.Equal(KeyOf(user.Token), KeyOf((await _server.SignUpAsync()).Token));

        _server.Calls.Break(null);
        _server.Clock.Advance(RotateAfter);
        await UntilAsync(async () => (await PublishedAsync()).Count == 2);
    }

    [Fact]
    public void No_product_issues_tokens_that_outlive_their_key() => Assert.All(
        _server.Services.GetServices<Product>(),
        product => Assert.InRange(product.AccessTokenLife, TimeSpan.FromMinutes(1), ISigningKeysGrain.LongestTokenLife));

    private static Task UntilAsync(Func<Task<bool>> condition) => Poll.UntilAsync(condition, TimeSpan.FromSeconds(30));

    private static string KeyOf(string token) => new JsonWebToken(token).Kid;

    private async Task<List<string>> PublishedAsync() =>
        [.. new JsonWebKeySet(await _server.CreateClient().GetStringAsync("/.well-known/jwks.json")).Keys.Select(key => key.Kid)];

    /// <summary>Another access token of the session, issued as much later.</summary>
    private async Task<string> IssueAsync(AccessTokens tokens, NeuroTamagotchiClient user, TimeSpan later)
    {
        var account = (await _server.Services.GetRequiredService<IGrainFactory>().GetGrain<IUserGrain>(user.UserId).GetAccount()).Value!;
        var session = new JsonWebToken(user.Token).GetPayloadValue<string>(JwtRegisteredClaimNames.Sid);
        var now = _server.Clock.GetUtcNow();
        var product = _server.Services.GetServices<Product>().Single(one => one.Id == Platform.Products.NeuroTamagotchi);
        return tokens.Issue(product, new SignedIn(account, session, "", now + later, now + TimeSpan.FromDays(30)));
    }

    /// <summary>Asks with tokens whose keys nobody has ever made.</summary>
    private Task<Answer[]> FloodAsync(string token, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
    {
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Guid.NewGuid().ToString() };
        var invented = Base64UrlEncoder.Encode(header.ToJsonString()) + token[token.IndexOf('.')..];
        return (await new NeuroTamagotchiClient(_server.CreateClient()) { Token = invented }.GetAsync("/auth/me")).IsError(401, "UNAUTHORIZED");
    }));
}
