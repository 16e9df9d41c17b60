using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Platform.Identity;
using PasswordOptions = Platform.Identity.PasswordOptions;

namespace Platform.Tests.Identity;

public sealed class PasswordHashingTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Who_waits_too_long_for_a_turn_is_told_so_and_the_next_ones_are_served_again()
    {
        using var hashing = Create(iterations: 200_000);
        var burst = Enumerable.Range(0, 50 * PasswordHashing.Cores).Select(_ => hashing.HashAsync("password123")).ToList();
        _clock.Advance(TimeSpan.FromSeconds(5));

        var hashes = await Task.WhenAll(burst);
        Assert.NotNull(hashes[0]);
        Assert.Null(hashes[^1]);
        Assert.Equal(PasswordVerificationResult.Success, await hashing.VerifyAsync(hashes[0], "password123"));
    }

    [Fact]
    public async Task No_more_than_a_bounded_number_waits()
    {
        using var hashing = Create(iterations: 2_000);
        var hashes = await Task.WhenAll(Enumerable.Range(0, 4_000).Select(_ => hashing.HashAsync("password123")));

        Assert.Contains(hashes, hash => hash is null);
        Assert.True(hashes.Count(hash => hash is not null) > 1_000);
    }

    [Fact]
    public async Task A_password_is_never_right_for_nobody()
    {
        using var hashing = Create(iterations: 1);
        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "nobody's password"));
    }

    private PasswordHashing Create(int iterations) => new(Options.Create(new PasswordOptions { Iterations = iterations }), _clock);
}
