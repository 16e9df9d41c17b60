using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Platform.Identity;

/// <summary>
/// Hashes and verifies passwords with the ASP.NET Core Identity hasher. At most half of the cores work on passwords at a time: a burst of
/// logins waits for itself, not everybody else for it.
/// </summary>
internal sealed class PasswordHashing : IDisposable
{
    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Lazy<string> _nobodys;

    public PasswordHashing(IOptions<PasswordOptions> options)
    {
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));
        _nobodys = new(() => _hasher.HashPassword(this, "nobody's password"));
    }

    public Task<string> HashAsync(string password) => WorkAsync(() => _hasher.HashPassword(this, password));

    /// <summary>Whether the password is right. No hash (an unknown account, or one without a password) takes as long and is never right.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password) => WorkAsync(() =>
    {
        var isNobodys = string.IsNullOrEmpty(hash);
        var result = _hasher.VerifyHashedPassword(this, isNobodys ? _nobodys.Value : hash!, password);
        return isNobodys ? PasswordVerificationResult.Failed : result;
    });

    public void Dispose() => _cores.Dispose();

    private async Task<T> WorkAsync<T>(Func<T> work)
    {
        await _cores.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _cores.Release();
        }
    }
}
