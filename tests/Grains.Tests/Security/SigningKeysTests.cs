using Microsoft.Extensions.Time.Testing;
using Platform.Security;

namespace Platform.Tests.Security;

[Collection(nameof(PlatformCluster))]
public sealed class SigningKeysTests(PlatformCluster cluster)
{
    private static readonly TimeSpan RotateAfter = new SigningKeyOptions().RotateAfter;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>A set of keys of this test's own.</summary>
    private readonly ISigningKeysGrain _keys = cluster.Grains.GetGrain<ISigningKeysGrain>(Guid.NewGuid().ToString());

    private FakeTimeProvider Clock => cluster.Clock;

    [Fact]
    public async Task A_successor_is_published_then_signs_and_the_old_key_goes_after_its_last_token()
    {
        var first = Assert.Single(await IdsAsync());
        Clock.Advance(RotateAfter - ISigningKeysGrain.PublishedAhead - Second);
        Assert.Equal([first], await IdsAsync());

        Clock.Advance(Second);
        var published = await IdsAsync();
        Assert.Equal((2, first), (published.Count, published[0]));
        var second = published[1];
        Clock.Advance(ISigningKeysGrain.PublishedAhead - Second);
        Assert.Equal([first, second], await IdsAsync());

        Clock.Advance(Second);
        Assert.Equal([second, first], await IdsAsync());
        Clock.Advance(ISigningKeysGrain.LongestTokenLife);
        Assert.Equal([second, first], await IdsAsync());

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([second], await IdsAsync());
    }

    [Fact]
    public async Task Every_step_is_on_the_disk_before_it_is_told()
    {
        await _keys.Get();
        Clock.Advance(RotateAfter);
        foreach (var time in (TimeSpan[])[TimeSpan.Zero, ISigningKeysGrain.PublishedAhead, TimeSpan.FromDays(9)])
        {
            Clock.Advance(time);
            var told = await IdsAsync();
            await cluster.Cluster.DeactivateAsync(_keys);
            Assert.Equal(told, await IdsAsync());
        }
    }

    [Fact]
    public async Task Twenty_callers_at_once_make_one_first_key_and_one_successor()
    {
        Assert.Single((await AtOnceAsync()).SelectMany(ids => ids).Distinct());
        Clock.Advance(RotateAfter);
        Assert.Equal(2, (await AtOnceAsync()).SelectMany(ids => ids).Distinct().Count());
    }

    [Fact]
    public async Task A_deployment_that_slept_for_a_year_still_publishes_before_it_signs()
    {
        var first = Assert.Single(await IdsAsync());
        Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(first, (await IdsAsync())[0]);
        Clock.Advance(ISigningKeysGrain.PublishedAhead);
        var after = await IdsAsync();
        Assert.NotEqual(first, after[0]);
        Assert.Equal(first, after[1]);
    }

    [Fact]
    public async Task After_a_leak_only_the_new_key_is_left_and_it_signs()
    {
        await _keys.Get();
        Clock.Advance(RotateAfter);
        var leaked = await IdsAsync();

        var replaced = await Task.WhenAll(_keys.ReplaceAll(), _keys.ReplaceAll());

        var left = Assert.Single(await IdsAsync());
        Assert.Contains(left, replaced);
        Assert.DoesNotContain(left, leaked);
        Clock.Advance(RotateAfter - ISigningKeysGrain.PublishedAhead - Second);
        Assert.Equal([left], await IdsAsync());
    }

    private async Task<List<string>> IdsAsync() => [.. (await _keys.Get()).Select(key => key.Id)];

    private Task<List<string>[]> AtOnceAsync() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => IdsAsync()));
}
