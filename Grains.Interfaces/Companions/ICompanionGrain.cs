using Orleans.Concurrency;

namespace Platform.Companions;

/// <summary>
/// One companion; the key is its id. Each call names the account that asks: to anybody but its owner a companion answers exactly as one
/// that doesn't exist, <see cref="RefusalKind.NotFound"/>.
/// </summary>
[Alias("platform.ICompanionGrain")]
public interface ICompanionGrain : IGrainWithStringKey
{
    /// <summary>Creates the companion. Whoever creates it again gets it as it is now.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's.</exception>
    [Alias("Create")]
    Task<Companion> Create(string ownerId, NewCompanion companion);

    /// <summary>The companion as it is now. Interleaves: it shows what was last saved, also while a reply is being written.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<Outcome<Companion>> Get(string ownerId);

    [Alias("Change")]
    Task<Outcome<Companion>> Change(string ownerId, CompanionChange change);

    /// <summary>Deletes the companion and every message of it.</summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete(string ownerId);
}
