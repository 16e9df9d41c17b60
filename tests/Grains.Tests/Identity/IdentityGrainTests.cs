using Platform.Identity;

namespace Platform.Tests.Identity;

[Collection(nameof(PlatformCluster))]
public sealed class IdentityGrainTests(PlatformCluster cluster)
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    private string Email => $"{_name}@example.com";

    [Fact]
    public async Task Twenty_registrations_of_one_email_at_once_make_one_account()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Register(Email, $"{_name}{i}")));

        var account = Assert.Single(outcomes, outcome => outcome.Value is not null).Value!.Account;
        Assert.All(outcomes.Where(outcome => outcome.Value is null), no => Assert.Equal("email", no.Refusal!.Field));
        Assert.Equal(account.Id, await Directory(Email).Find());
    }

    [Fact]
    public async Task A_taken_username_gives_the_email_back()
    {
        await Register(Email, _name);
        var refused = await Register($"other-{Email}", _name.ToUpperInvariant());

        Assert.Equal((RefusalKind.Taken, "username"), (refused.Refusal!.Kind, refused.Refusal.Field));
        Assert.NotNull((await Register($"other-{Email}", $"{_name}2")).Value);
    }

    [Fact]
    public async Task A_name_whose_registration_died_halfway_is_free_again_after_a_while()
    {
        Assert.True(await Directory(Email).Claim(Guid.NewGuid().ToString()));
        Assert.Equal(RefusalKind.Taken, (await Register(Email, _name)).Refusal?.Kind);

        cluster.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.NotNull((await Register(Email, _name)).Value);
    }

    [Fact]
    public async Task An_email_is_found_whatever_its_case()
    {
        await Register(Email, _name);
        Assert.NotNull((await SignIn(Email.ToUpperInvariant(), "password123")).Value);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_for_fifteen_minutes_also_the_right_one()
    {
        await Register(Email, _name);
        for (var i = 0; i < 5; i++)
            Assert.Equal(RefusalKind.WrongCredentials, (await SignIn(Email, "wrong password")).Refusal!.Kind);

        Assert.Equal(RefusalKind.Locked, (await SignIn(Email, "password123")).Refusal!.Kind);
        cluster.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(RefusalKind.Locked, (await SignIn(Email, "password123")).Refusal!.Kind);
        cluster.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull((await SignIn(Email, "password123")).Value);
    }

    [Fact]
    public async Task An_unknown_email_is_refused_like_a_wrong_password()
    {
        await Register(Email, _name);
        Assert.Equal((await SignIn(Email, "wrong password")).Refusal, (await SignIn($"no-{Email}", "wrong password")).Refusal);
    }

    [Fact]
    public async Task A_session_is_admitted_until_it_expires_and_an_invented_one_never()
    {
        var session = (await Register(Email, _name)).Value!;
        var user = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);

        Assert.Equal(Verdict.Admitted, (await user.Admit(session.SessionId)).Verdict);
        Assert.Equal(Verdict.SessionEnded, (await user.Admit(Guid.NewGuid().ToString())).Verdict);
        cluster.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(Verdict.SessionEnded, (await user.Admit(session.SessionId)).Verdict);
    }

    [Fact]
    public async Task The_budget_is_exact_under_a_crowd_and_comes_back_with_the_next_window()
    {
        var session = (await Register(Email, _name)).Value!;
        var user = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 150).Select(async _ => (await user.Admit(session.SessionId)).Verdict));

        Assert.Equal(100, verdicts.Count(verdict => verdict == Verdict.Admitted));
        Assert.Equal(50, verdicts.Count(verdict => verdict == Verdict.BudgetSpent));
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(99, (await user.Admit(session.SessionId)).Remaining);
    }

    [Fact]
    public async Task Of_ten_accounts_that_want_one_username_at_once_one_gets_it_and_keeps_one_name()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i => (await Register($"{i}-{Email}", $"{_name}{i}")).Value!.Account.Id));
        var outcomes = await Task.WhenAll(ids.Select(id => cluster.Grains.GetGrain<IUserGrain>(id).ChangeAccount(new AccountChange(Username: $"{_name}x"))));

        var winner = Assert.Single(outcomes, outcome => outcome.Value is not null).Value!;
        Assert.Equal(winner.Id, await Directory($"{_name}x").Find());
        var lost = Array.IndexOf(ids, winner.Id);
        Assert.Null(await Directory($"{_name}{lost}").Find());
        foreach (var i in Enumerable.Range(0, 10).Except([lost])) Assert.Equal(ids[i], await Directory($"{_name}{i}").Find());
    }

    [Fact]
    public async Task A_name_that_a_rename_left_behind_in_a_crash_is_free_after_a_while()
    {
        var account = (await Register(Email, _name)).Value!.Account;
        // Claimed, and then the process died.
        await Directory($"{_name}x").Claim(account.Id);
        Assert.Equal(RefusalKind.Taken, (await Register($"other-{Email}", $"{_name}x")).Refusal?.Kind);
        cluster.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.NotNull((await Register($"other-{Email}", $"{_name}x")).Value);
        Assert.Equal(RefusalKind.Taken, (await Register($"third-{Email}", _name)).Refusal?.Kind);
    }

    [Fact]
    public async Task An_account_survives_a_new_activation()
    {
        var account = (await Register(Email, _name)).Value!.Account;
        var user = cluster.Grains.GetGrain<IUserGrain>(account.Id);
        await cluster.Cluster.DeactivateAsync(user);
        Assert.Equal(account, (await user.GetAccount()).Value);
    }

    private Task<Outcome<SignedIn>> Register(string email, string username) =>
        cluster.Grains.GetGrain<ISignInGrain>(Products.NeuroTamagotchi).Register(new Registration(email, username, "password123"));

    private Task<Outcome<SignedIn>> SignIn(string email, string password) =>
        cluster.Grains.GetGrain<ISignInGrain>(Products.NeuroTamagotchi).SignIn(new Credentials(email, password));

    private IAccountDirectoryGrain Directory(string name) =>
        cluster.Grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(Products.NeuroTamagotchi, name));
}
