namespace Platform.Identity;

/// <summary>Claims the unique names of a new account: all of them or none.</summary>
internal static class AccountNames
{
    public static Refusal Taken(string field) => new(RefusalKind.Taken, $"This {field} is already registered.", field);

    /// <summary>Null when all names are claimed; otherwise the refusal, with every claim given back.</summary>
    public static async Task<Refusal?> ClaimAsync(IGrainFactory grains, string accountId, NewAccount account)
    {
        var claimed = new List<IAccountDirectoryGrain>();
        foreach (var (field, name) in Names(account.Email, account.Username))
        {
            var directory = Directory(grains, account.Product, name);
            if (await directory.Claim(accountId))
            {
                claimed.Add(directory);
                continue;
            }

            foreach (var earlier in claimed) await earlier.Release(accountId);
            return Taken(field);
        }

        return null;
    }

    /// <summary>
    /// Gives an account another username around <paramref name="save"/>: claimed before it, the old one given back after it. A crash in
    /// between leaves one name too many, which its directory frees. Null when it is done.
    /// </summary>
    public static async Task<Refusal?> RenameAsync(
        IGrainFactory grains, string accountId, string product, string? oldName, string? newName, Func<Task> save)
    {
        if (newName is null || newName.Equals(oldName, StringComparison.OrdinalIgnoreCase))
        {
            await save();
            return null;
        }

        var claimed = Directory(grains, product, newName);
        if (!await claimed.Claim(accountId)) return Taken("username");
        try
        {
            await save();
        }
        catch
        {
            await claimed.Release(accountId);
            throw;
        }

        if (oldName is not null) await Directory(grains, product, oldName).Release(accountId);
        return null;
    }

    public static async Task ReleaseAsync(IGrainFactory grains, string accountId, string product, string email, string? username)
    {
        foreach (var (_, name) in Names(email, username)) await Directory(grains, product, name).Release(accountId);
    }

    private static IEnumerable<(string Field, string Name)> Names(string email, string? username)
    {
        yield return ("email", email);
        if (username is not null) yield return ("username", username);
    }

    private static IAccountDirectoryGrain Directory(IGrainFactory grains, string product, string name) =>
        grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(product, name));
}
