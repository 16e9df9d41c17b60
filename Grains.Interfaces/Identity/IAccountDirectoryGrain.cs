namespace Platform.Identity;

/// <summary>
/// Who holds one name. The key is <c>{product}:{name}</c> in lower case, the name being an email or, in products that have them, a
/// username (which can't hold an @). One actor a name: of two claims at once, one wins.
/// </summary>
[Alias("platform.IAccountDirectoryGrain")]
public interface IAccountDirectoryGrain : IGrainWithStringKey
{
    /// <summary>The id of the account that holds the name, or null.</summary>
    [Alias("Find")]
    Task<string?> Find();

    /// <summary>Takes the name for an account that is about to be created. False: another account holds it.</summary>
    [Alias("Claim")]
    Task<bool> Claim(string accountId);

    /// <summary>Gives the name back, if this account holds it.</summary>
    [Alias("Release")]
    Task Release(string accountId);

    /// <summary>The grain key of a name in a product.</summary>
    static string Key(string product, string name) => $"{product}:{name.ToLowerInvariant()}";

    /// <summary>The product and the name of a key.</summary>
    static (string Product, string Name) Parts(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return (key[..colon], key[(colon + 1)..]);
    }
}
