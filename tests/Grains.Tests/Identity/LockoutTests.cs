using Platform.Identity;

namespace Platform.Tests.Identity;

/// <summary>An email that has an account and one that has none are told the same, try for try.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class LockoutTests(PlatformCluster cluster)
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    private string Known => $"{_name}@example.com";

    private string Unknown => $"no-{_name}@example.com";

    private ISignInGrain SignIn => cluster.Grains.GetGrain<ISignInGrain>(Products.Demi);

    [Fact]
    public async Task A_stranger_is_locked_like_an_account()
    {
        await SignIn.Register(new Registration(Known, null, "password123"));
        for (var i = 0; i < 7; i++) Assert.Equal(await TryAsync(Known), await TryAsync(Unknown));
        Assert.Equal(await CheckAsync(Known), await CheckAsync(Unknown));
        Assert.Equal(RefusalKind.Locked, (await CheckAsync(Unknown))!.Kind);

        cluster.Clock.Advance(TimeSpan.FromMinutes(16));
        for (var i = 0; i < 3; i++) Assert.Equal(await TryAsync(Known), await TryAsync(Unknown));
    }

    [Fact]
    public async Task Twenty_wrong_passwords_at_once_lock_once()
    {
        await SignIn.Register(new Registration(Known, null, "password123"));
        foreach (var email in (string[])[Known, Unknown])
        {
            var refusals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(email)));
            Assert.Equal(5, refusals.Count(refusal => refusal.Kind == RefusalKind.WrongCredentials));
            Assert.Single(refusals.Where(refusal => refusal.Kind == RefusalKind.Locked).Select(refusal => refusal.Until).Distinct());
        }
    }

    [Fact]
    public async Task An_email_whose_registration_died_halfway_is_a_strangers()
    {
        await cluster.Grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(Products.Demi, Known)).Claim(Guid.NewGuid().ToString());
        for (var i = 0; i < 7; i++) Assert.Equal(await TryAsync(Known), await TryAsync(Unknown));
    }

    private async Task<Refusal> TryAsync(string email) => (await SignIn.SignIn(new Credentials(email, "wrong password"))).Refusal!;

    private async Task<Refusal?> CheckAsync(string email) => (await SignIn.CheckLock(email)).Refusal;
}
