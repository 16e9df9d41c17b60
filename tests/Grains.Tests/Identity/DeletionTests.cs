using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Platform.Billing;
using Platform.Companions;
using Platform.Idempotency;
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
        var luna = (await companions.Create(PlatformCluster.Luna)).Value!;

        await cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Delete();

        Assert.Empty(await companions.List());
        Assert.Equal(RefusalKind.NotFound, (await cluster.Grains.GetGrain<ICompanionGrain>(luna.Id).Get(session.Account.Id)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_companion_that_is_created_while_the_account_goes_does_not_stay_behind()
    {
        var session = await RegisterAsync();
        var companions = cluster.Grains.GetGrain<ICompanionsGrain>(session.Account.Id);
        await cluster.Grains.GetGrain<IPlanHolderGrain>(session.Account.Id).PlanChanged("ultimate");
        var creating = Enumerable.Range(0, 20).Select(_ => companions.Create(PlatformCluster.Luna)).ToList();
        var deleting = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Delete();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => companions.Create(PlatformCluster.Luna)).Concat(creating));
        await deleting;

        Assert.Equal(RefusalKind.NotFound, (await companions.Create(PlatformCluster.Luna)).Refusal!.Kind);
        Assert.Empty(await companions.List());
    }

    [Fact]
    public async Task A_deletion_that_died_halfway_is_made_good_by_its_reminder()
    {
        var session = await RegisterAsync();
        var id = GrainId.Create("user", session.Account.Id);
        var storage = cluster.Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("Default");
        await cluster.Cluster.DeactivateAsync(cluster.Grains.GetGrain<IUserGrain>(session.Account.Id));
        // As it is on the disk when the process dies just after the mark.
        var state = new GrainState<UserState>();
        await storage.ReadStateAsync("user", id, state);
        state.State = state.State! with { Deleting = true, Sessions = [] };
        await storage.WriteStateAsync("user", id, state);

        var user = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);
        Assert.Equal(Verdict.SessionEnded, (await user.Admit(session.SessionId)).Verdict);
        Assert.Equal(RefusalKind.NotFound, (await user.GetAccount()).Refusal!.Kind);
        await cluster.Grains.GetGrain<IRemindable>(id).ReceiveReminder("deletion", default);

        var left = new GrainState<UserState>();
        await storage.ReadStateAsync("user", id, left);
        Assert.False(left.RecordExists);
        Assert.NotEqual(session.Account.Id, (await RegisterAsync()).Account.Id);
    }

    [Fact]
    public async Task Eight_deletions_at_once_are_one()
    {
        var session = await RegisterAsync();
        var user = cluster.Grains.GetGrain<IUserGrain>(session.Account.Id);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.Delete()));
        Assert.Single(outcomes, outcome => outcome.Value is not null);
    }

    [Fact]
    public async Task Remembered_answers_go_with_the_account()
    {
        var session = await RegisterAsync();
        var requests = new IdempotentRequests(cluster.Database);
        var begun = await cluster.Grains.GetGrain<IIdempotentRequestGrain>(_name).Begin(session.Account.Id, [1]);
        await cluster.Grains.GetGrain<IIdempotentRequestGrain>(_name).Complete(begun.Lease!, [2]);
        Assert.NotNull(await requests.FindAsync(_name));

        await cluster.Grains.GetGrain<IUserGrain>(session.Account.Id).Delete();

        Assert.Null(await requests.FindAsync(_name));
    }

    private ISignInGrain SignIn => cluster.Grains.GetGrain<ISignInGrain>(Products.NeuroTamagotchi);

    private async Task<SignedIn> RegisterAsync() =>
        (await SignIn.Register(new Registration($"{_name}@example.com", _name, "password123"))).Value!;
}
