using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Platform.Billing;

namespace Platform.Tests.Billing;

/// <summary>What is known of a subscription does not depend on the order in which it was told, nor on how often.</summary>
public sealed class BillingStateTests
{
    private static readonly string[] Statuses = ["incomplete", "trialing", "active", "past_due", "unpaid", "paused", "canceled"];
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BillingState Nothing = new() { Product = Products.NeuroTamagotchi, CustomerId = "cus_1" };

    [Property(MaxTest = 300)]
    public Property Events_in_any_order_and_number_end_in_the_same_state() => Prop.ForAll(
        Tales().ToArbitrary(),
        tales => Told(tales.InOrder) == Told(tales.Shuffled));

    [Property(MaxTest = 100)]
    public Property Of_many_subscriptions_the_largest_plan_that_is_given_counts() => Prop.ForAll(
        Gen.Elements("pro", "ultimate").ListOf().ToArbitrary(),
        plans =>
        {
            var state = plans.Select((plan, index) => Tale($"sub_{index}", plan, "active", index)).Aggregate(Nothing, (known, tale) => known.WithTold(tale));
            var expected = plans.Contains("ultimate") ? "ultimate" : plans.Count > 0 ? "pro" : "free";
            return state.Plan(PlanCatalogue.Of(Products.NeuroTamagotchi)).Id == expected;
        });

    [Fact]
    public void What_has_ended_never_begins_again_whatever_is_fetched()
    {
        var ended = Nothing.WithTold(Tale("sub_1", "pro", "canceled", 5));
        Assert.Same(ended, ended.WithTold(Tale("sub_1", "pro", "active", 9)));
        Assert.Same(ended, ended.WithFetched(Tale("sub_1", "pro", "active", 9)));
    }

    [Fact]
    public void A_period_that_was_paid_stays_paid_and_an_earlier_one_does_not_come_back()
    {
        var state = Nothing.WithTold(Tale("sub_1", "pro", "active", 0)).WithPaidFrom("sub_1", Start.AddMonths(1));
        state = state.WithPaidFrom("sub_1", Start).WithTold(Tale("sub_1", "pro", "past_due", 8));
        Assert.Equal(Start.AddMonths(1), state.Current!.PaidFrom);
    }

    [Fact]
    public void Of_what_has_ended_only_the_last_few_are_kept()
    {
        var state = Enumerable.Range(0, 40).Aggregate(Nothing, (known, number) => known.WithTold(Tale($"sub_{number}", "pro", "canceled", number)));
        Assert.Equal(["sub_35", "sub_36", "sub_37", "sub_38", "sub_39"], state.Subscriptions.Select(known => known.Id));
    }

    private static (string? Status, string? Plan) Told(IEnumerable<KnownSubscription> tales)
    {
        var known = tales.Aggregate(Nothing, (state, tale) => state.WithTold(tale)).Subscriptions.Single();
        // Whoever has ended has no plan, whatever it was.
        return (known.Status, SubscriptionStatuses.IsFinal(known.Status) ? null : known.PlanId);
    }

    private static KnownSubscription Tale(string id, string plan, string status, int second) =>
        new(id, plan, status, Start, Start.AddMonths(1), CancelsAtPeriodEnd: false, Start.AddSeconds(second), Start.AddSeconds(second));

    /// <summary>Events of one subscription, some of the same second, and the same events in another order, each one or more times.</summary>
    private static Gen<(IReadOnlyList<KnownSubscription> InOrder, IReadOnlyList<KnownSubscription> Shuffled)> Tales() =>
        from tales in (from status in Gen.Elements(Statuses) from second in Gen.Choose(0, 5) select Tale("sub_1", $"plan_{status}", status, second)).NonEmptyListOf()
        from repeated in Gen.Elements(tales.ToArray()).ListOf()
        from shuffled in Gen.Shuffle(tales.Concat(repeated).ToArray())
        select ((IReadOnlyList<KnownSubscription>)tales.ToList(), (IReadOnlyList<KnownSubscription>)shuffled.ToList());
}
