using System.ComponentModel.DataAnnotations;

namespace Platform.Identity;

/// <summary>The section <c>RateLimiting</c>.</summary>
public sealed class RateLimitingOptions
{
    /// <summary>Whether request budgets are enforced. Off only in load tests and behind a gateway that limits by itself.</summary>
    public bool Enabled { get; set; } = true;
}

/// <summary>The section <c>Admin</c>.</summary>
public sealed class AdminOptions
{
    /// <summary>The accounts of these addresses are admins, in every product.</summary>
    public IList<string> Emails { get; } = [];
}

/// <summary>The section <c>Passwords</c>.</summary>
public sealed class PasswordOptions
{
    /// <summary>Rounds of PBKDF2. The default is that of the ASP.NET Core Identity hasher.</summary>
    [Range(1, 10_000_000)]
    public int Iterations { get; set; } = 100_000;
}
