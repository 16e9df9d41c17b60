using Dapper;
using Platform.Identity;
using Platform.Testing;

namespace Platform.Tests.Identity;

[Collection(nameof(PlatformCluster))]
public sealed class MailedCodeTests(PlatformCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _email = $"{Guid.NewGuid():N}@example.com";

    private ISignInGrain FigureForge => cluster.Grains.GetGrain<ISignInGrain>(Products.FigureForge);

    private ISignInGrain NeuroTamagotchi => cluster.Grains.GetGrain<ISignInGrain>(Products.NeuroTamagotchi);

    private IMailedCodeGrain CodeOf(string product) => cluster.Grains.GetGrain<IMailedCodeGrain>(IAccountDirectoryGrain.Key(product, _email));

    private string Code => cluster.Mail.CodeFor(_email)!;

    [Fact]
    public async Task Of_twenty_that_redeem_a_code_at_once_one_opens_a_session()
    {
        await FigureForge.MailSignInCode(_email);
        var code = Code;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FigureForge.SignInWithCode(new CodeTry(_email, code))));

        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Value));
        var session = Assert.Single(outcomes, outcome => outcome.Value!.Session is not null).Value!.Session!;
        Assert.Single((await cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Sessions()).Items);
    }

    [Fact]
    public async Task A_code_and_its_wrong_tries_survive_a_new_activation()
    {
        await FigureForge.MailSignInCode(_email);
        for (var i = 0; i < 5; i++)
        {
            await FigureForge.SignInWithCode(new CodeTry(_email, "wrong"));
            await cluster.Cluster.DeactivateAsync(CodeOf(Products.FigureForge));
        }

        Assert.Equal(RefusalKind.WrongCode, (await FigureForge.SignInWithCode(new CodeTry(_email, Code))).Refusal!.Kind);
    }

    [Fact]
    public async Task A_code_that_was_spent_for_nothing_may_be_redeemed_again()
    {
        await FigureForge.MailSignInCode(_email);
        Assert.Equal(Redemption.Right, await CodeOf(Products.FigureForge).Redeem(Code));
        await CodeOf(Products.FigureForge).Restore(Code);
        Assert.NotNull((await FigureForge.SignInWithCode(new CodeTry(_email, Code))).Value!.Session);
    }

    [Fact]
    public async Task A_mail_that_is_not_taken_is_said()
    {
        cluster.Mail.Broken[_email] = true;
        Assert.Equal(RefusalKind.MailFailed, (await FigureForge.MailSignInCode(_email)).Refusal!.Kind);
    }

    [Fact]
    public async Task Twenty_codes_a_day_are_the_most()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.NotNull((await FigureForge.MailSignInCode(_email)).Value);
            cluster.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(RefusalKind.TooMany, (await FigureForge.MailSignInCode(_email)).Refusal!.Kind);
        cluster.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(99));
        Assert.NotNull((await FigureForge.MailSignInCode(_email)).Value);
    }

    [Fact]
    public async Task An_address_is_forgotten_a_day_after_its_last_code()
    {
        await FigureForge.MailSignInCode(_email);
        Assert.True(await IsStoredAsync());
        var code = Code;
        var passed = TimeSpan.Zero;

        await Poll.UntilAsync(
            async () =>
            {
                // In steps, between which whoever has waited for one gets its turn.
                cluster.Clock.Advance(TimeSpan.FromHours(1));
                passed += TimeSpan.FromHours(1);
                return !await IsStoredAsync();
            },
            Patience);
        Assert.True(passed >= TimeSpan.FromHours(24));
        Assert.Equal(RefusalKind.WrongCode, (await FigureForge.SignInWithCode(new CodeTry(_email, code))).Refusal!.Kind);
    }

    [Fact]
    public async Task A_new_password_ends_all_sessions_and_lifts_a_lock()
    {
        var name = Guid.NewGuid().ToString("N")[..12];
        var session = (await NeuroTamagotchi.Register(new Registration(_email, name, "password123"))).Value!;
        for (var i = 0; i < 6; i++) await NeuroTamagotchi.SignIn(new Credentials(_email, "wrong password"));
        await NeuroTamagotchi.MailResetCode(_email);
        await Poll.UntilAsync(() => Task.FromResult(cluster.Mail.CodeFor(_email) is not null), Patience);

        Assert.NotNull((await NeuroTamagotchi.ResetPassword(new PasswordReset(_email, Code, "a new password"))).Value);

        Assert.Equal(RefusalKind.WrongCode, (await NeuroTamagotchi.ResetPassword(new PasswordReset(_email, Code, "another one"))).Refusal!.Kind);
        Assert.Equal(Verdict.SessionEnded, (await cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Admit(session.SessionId)).Verdict);
        Assert.Equal(RefusalKind.WrongCredentials, (await NeuroTamagotchi.SignIn(new Credentials(_email, "password123"))).Refusal!.Kind);
        Assert.NotNull((await NeuroTamagotchi.SignIn(new Credentials(_email, "a new password"))).Value);
    }

    [Fact]
    public async Task An_email_without_an_account_gets_no_code_for_a_new_password()
    {
        await NeuroTamagotchi.MailResetCode(_email);
        Assert.Equal(RefusalKind.WrongCode, (await NeuroTamagotchi.ResetPassword(new PasswordReset(_email, "123456", "a new password"))).Refusal!.Kind);
        Assert.Null(cluster.Mail.CodeFor(_email));
    }

    private Task<bool> IsStoredAsync() => cluster.Database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<bool>("SELECT count(*) > 0 FROM grain_states WHERE grain_id LIKE @like", new { like = $"%{_email}" }));
}
