namespace Platform.Storage;

/// <summary>Says whether the storage works, as the silo that is asked finds it. A stateless worker; the key is <see cref="TheKey"/>.</summary>
[Alias("platform.IStorageProbeGrain")]
public interface IStorageProbeGrain : IGrainWithStringKey
{
    const string TheKey = "storage";

    /// <summary>Completes when the database has just been read and has taken a write. All who ask meanwhile share one probe.</summary>
    /// <exception cref="StoreException">It doesn't work.</exception>
    [Alias("Check")]
    Task Check();
}
