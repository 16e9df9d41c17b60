using Platform.Identity;

namespace Platform.Tests.Identity;

[Collection(nameof(PlatformCluster))]
public sealed class RefreshTests(PlatformCluster cluster)
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task Eight_refreshes_at_once_with_one_token_make_one_new_pair()
    {
        var session = await RegisterAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(session.RefreshToken)));

        var pair = Assert.Single(answers.Select(answer => (answer.Value!.RefreshToken, answer.Value.IssuedAt)).Distinct());
        Assert.NotEqual(session.RefreshToken, pair.RefreshToken);
        Assert.NotNull((await RefreshAsync(pair.RefreshToken)).Value);
    }

    [Fact]
    public async Task A_repeat_within_ten_seconds_gets_the_same_answer_also_from_a_new_activation()
    {
        var session = await RegisterAsync();
        var first = await RefreshAsync(session.RefreshToken);
        cluster.Clock.Advance(TimeSpan.FromSeconds(10));
        await cluster.Cluster.DeactivateAsync(cluster.Grains.GetGrain<IUserGrain>(session.Account.Id));

        Assert.Equal(first.Value, (await RefreshAsync(session.RefreshToken)).Value);
    }

    [Fact]
    public async Task A_later_repeat_ends_the_session_for_both_who_have_it()
    {
        var session = await RegisterAsync();
        var current = (await RefreshAsync(session.RefreshToken)).Value!;
        cluster.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(RefusalKind.SessionEnded, (await RefreshAsync(session.RefreshToken)).Refusal!.Kind);
        Assert.Equal(RefusalKind.SessionEnded, (await RefreshAsync(current.RefreshToken)).Refusal!.Kind);
        Assert.Equal(Verdict.SessionEnded, (await User(session).Admit(session.SessionId)).Verdict);
    }

    [Fact]
    public async Task The_oldest_link_of_a_long_chain_still_ends_the_session()
    {
        var session = await RegisterAsync();
        var token = session.RefreshToken;
        for (var i = 0; i < 5; i++)
        {
            token = (await RefreshAsync(token)).Value!.RefreshToken;
            cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(RefusalKind.SessionEnded, (await RefreshAsync(session.RefreshToken)).Refusal!.Kind);
        Assert.Equal(Verdict.SessionEnded, (await User(session).Admit(session.SessionId)).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x.y.z")]
    [InlineData("{0}.{1}.AAAA")]
    [InlineData("{0}.{1}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_invented_token_is_refused_and_ends_nothing(string form)
    {
        var session = await RegisterAsync();
        var invented = string.Format(null, form, session.Account.Id, session.SessionId);

        Assert.Equal(RefusalKind.SessionEnded, (await RefreshAsync(invented)).Refusal!.Kind);
        Assert.Equal(Verdict.Admitted, (await User(session).Admit(session.SessionId)).Verdict);
    }

    [Fact]
    public async Task A_refresh_token_is_nothing_to_another_product()
    {
        var session = await RegisterAsync();
        Assert.Equal(
            RefusalKind.SessionEnded, (await SignIn(Products.Demi).Refresh(session.RefreshToken)).Refusal!.Kind);
    }

    [Fact]
    public async Task Refreshing_gives_the_session_its_whole_life_again()
    {
        var session = await RegisterAsync();
        cluster.Clock.Advance(TimeSpan.FromDays(20));
        var refreshed = (await RefreshAsync(session.RefreshToken)).Value!;
        cluster.Clock.Advance(TimeSpan.FromDays(20));

        Assert.Equal(Verdict.Admitted, (await User(session).Admit(refreshed.SessionId)).Verdict);
    }

    [Fact]
    public async Task Sessions_are_listed_by_their_last_activity_and_end_one_by_one()
    {
        var first = await RegisterAsync();
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await SignIn().SignIn(new Credentials(first.Account.Email, "password123", "Pixel 7"))).Value!;
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        await User(first).Admit(first.SessionId);

        var listed = (await User(first).Sessions()).Items;
        Assert.Equal([first.SessionId, second.SessionId], listed.Select(session => session.Id));
        Assert.Equal("Pixel 7", listed[1].DeviceName);

        Assert.NotNull((await User(first).EndSession(second.SessionId)).Value);
        Assert.Equal(RefusalKind.NotFound, (await User(first).EndSession(second.SessionId)).Refusal!.Kind);
        Assert.Equal(Verdict.SessionEnded, (await User(first).Admit(second.SessionId)).Verdict);
    }

    private ISignInGrain SignIn(string product = Products.NeuroTamagotchi) => cluster.Grains.GetGrain<ISignInGrain>(product);

    private IUserGrain User(SignedIn session) => cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);

    private Task<Outcome<SignedIn>> RefreshAsync(string token) => SignIn().Refresh(token);

    private async Task<SignedIn> RegisterAsync() =>
        (await SignIn().Register(new Registration($"{_name}@example.com", _name, "password123"))).Value!;
}
