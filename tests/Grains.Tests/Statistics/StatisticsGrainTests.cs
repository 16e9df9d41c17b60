using Dapper;
using Platform.Conversations;
using Platform.Identity;
using Platform.Statistics;

namespace Platform.Tests.Statistics;

[Collection(nameof(PlatformCluster))]
public sealed class StatisticsGrainTests(PlatformCluster cluster)
{
    private const string Admin = "admin";

    private readonly string _owner = Guid.NewGuid().ToString();

    private IStatisticsGrain Statistics => cluster.Grains.GetGrain<IStatisticsGrain>(Products.ByteForge);

    [Fact]
    public async Task An_admin_sees_what_came_what_went_and_the_ten_newest_payments()
    {
        await EnsureAdminAsync();
        var before = (await Statistics.Dashboard(Admin)).Value!;
        await cluster.OpenAccountAsync(_owner, Products.ByteForge);
        var (kept, gone) = (await CreateAsync(), await CreateAsync());
        var used = (await kept.Send(_owner, "Hello", "1" + _owner)).Value!.Conversation.TotalTokens;
        used += (await gone.Send(_owner, "Hello", "2" + _owner)).Value!.Conversation.TotalTokens;
        var again = (await gone.Regenerate(_owner, "3" + _owner)).Value!.Conversation.TotalTokens;
        await gone.Delete(_owner);
        var payments = new List<TokenPayment>();
        for (var i = 0; i < 11; i++)
        {
            cluster.Clock.Advance(TimeSpan.FromSeconds(1));
            payments.Insert(0, (await kept.Pay(_owner, 100, $"{i} {_owner}")).Value!);
        }

        var after = (await Statistics.Dashboard(Admin)).Value!;
        Assert.Equal((before.Users + 1, before.Conversations + 1), (after.Users, after.Conversations));
        Assert.True(again > used / 2);
        Assert.Equal(before.Tokens + used / 2 + again, after.Tokens);
        Assert.Equal(payments.Take(10), after.LatestPayments);

        await cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();

        var left = (await Statistics.Dashboard(Admin)).Value!;
        Assert.Equal((before.Users, before.Conversations, after.Tokens), (left.Users, left.Conversations, left.Tokens));
        Assert.DoesNotContain(left.LatestPayments, payments.Contains);
    }

    [Fact]
    public async Task Nobody_else_sees_anything()
    {
        await cluster.OpenAccountAsync(_owner, Products.ByteForge);
        Assert.Equal(RefusalKind.Forbidden, (await Statistics.Dashboard(_owner)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Statistics.Dashboard("nobody")).Refusal!.Kind);
        await EnsureAdminAsync();
        var others = cluster.Grains.GetGrain<IStatisticsGrain>(Products.Demi);
        Assert.Equal(RefusalKind.Forbidden, (await others.Dashboard(Admin)).Refusal!.Kind);
    }

    [Fact]
    public async Task Accounts_of_other_products_are_not_counted()
    {
        var before = await UsersAsync();
        await cluster.OpenAccountAsync(_owner);
        await cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();
        Assert.Equal(before, await UsersAsync());
    }

    [Fact]
    public async Task An_account_that_was_not_counted_counts_itself_when_it_is_next_active()
    {
        var before = await UsersAsync();
        await cluster.OpenAccountAsync(_owner, Products.ByteForge);
        var user = cluster.Grains.GetGrain<IUserGrain>(_owner);
        await cluster.Cluster.DeactivateAsync(user);
        // As it is where the process died before it could be counted, or from before there was anything to count.
        await new Totals(cluster.Database).FoldAsync();
        await cluster.Database.WriteAsync(
            new("DELETE FROM accounts WHERE account_id = $1", [_owner], ExpectedRows: 1),
            new("UPDATE totals SET users = users - 1 WHERE id = $1", [1L], ExpectedRows: 1));
        Assert.Equal(before, await UsersAsync());

        await user.GetAccount();
        await cluster.Cluster.DeactivateAsync(user);
        await user.GetAccount();

        Assert.Equal(before + 1, await UsersAsync());
    }

    [Fact]
    public async Task What_has_changed_is_added_in_the_background()
    {
        await cluster.OpenAccountAsync(_owner, Products.ByteForge);
        await Testing.Poll.UntilAsync(
            async () =>
            {
                cluster.Clock.Advance(TotalsFolder.Period);
                return await cluster.Database.ReadAsync(connection =>
                    connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM total_changes")) == 0;
            },
            TimeSpan.FromSeconds(10));
    }

    private async Task<long> UsersAsync() => (await new Totals(cluster.Database).ReadAsync()).Users;

    private async Task EnsureAdminAsync()
    {
        if ((await cluster.Grains.GetGrain<IUserGrain>(Admin).GetAccount()).Value is null)
            await cluster.OpenAccountAsync(Admin, Products.ByteForge);
    }

    private async Task<IConversationGrain> CreateAsync()
    {
        var made = await cluster.Grains.GetGrain<IConversationsGrain>(_owner).Create(Conversation.DefaultTitle, Guid.NewGuid().ToString());
        return cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(made.Value!.Number));
    }
}
