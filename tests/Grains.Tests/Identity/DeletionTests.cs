using Platform.Companions;
using Platform.Identity;

namespace Platform.Tests.Identity;

[Collection(nameof(PlatformCluster))]
public sealed class DeletionTests(PlatformCluster cluster)
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task A_deleted_account_is_gone_at_once_and_its_names_are_free()
    {
        var session = await RegisterAsync();
        var user = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);

        Assert.NotNull((await user.Delete()).Value);

        Assert.Equal(Verdict.SessionEnded, (await user.Admit(session.SessionId)).Verdict);
        Assert.Equal(RefusalKind.SessionEnded, (await SignIn.Refresh(session.RefreshToken)).Refusal!.Kind);
        Assert.Equal(
            RefusalKind.WrongCredentials, (await SignIn.SignIn(new Credentials(session.Account.Email, "password123"))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await user.Delete()).Refusal!.Kind);
        Assert.NotEqual(session.Account.Id, (await RegisterAsync()).Account.Id);
    }

    [Fact]
    public async Task Companions_and_their_conversations_go_with_the_account()
    {
        var session = await RegisterAsync();
        var companions = cluster.Grains.GetGrain<ICompanionsGrain>(session.Account.Id);
        var persona = new Persona("Luna", "anime", ["curious"], "friendly", new Dictionary<string, string>());
        var luna = (await companions.Create(new NewCompanion(persona, null))).Value!;

        await cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Delete();

        Assert.Empty(await companions.List());
        Assert.Equal(RefusalKind.NotFound, (await cluster.Grains.GetGrain<ICompanionGrain>(luna.Id).Get(session.Account.Id)).Refusal!.Kind);
    }

    private ISignInGrain SignIn => cluster.Grains.GetGrain<ISignInGrain>(Products.NeuroTamagotchi);

    private async Task<SignedIn> RegisterAsync() =>
        (await SignIn.Register(new Registration($"{_name}@example.com", _name, "password123"))).Value!;
}
