namespace Platform.Companions;

/// <summary>
/// What a companion does by herself; the key is the companion's id. The same actor as <see cref="ICompanionGrain"/>, so a check-in and a
/// message of the user's queue in one place. To anybody but her owner she doesn't exist: <see cref="RefusalKind.NotFound"/>.
/// </summary>
[Alias("platform.ICompanionAutonomyGrain")]
public interface ICompanionAutonomyGrain : IGrainWithStringKey
{
    [Alias("GetAutonomy")]
    Task<Outcome<AutonomySettings>> GetAutonomy(string ownerId);

    /// <summary>Replaces the settings, and plans the next check-in by them.</summary>
    [Alias("SetAutonomy")]
    Task<Outcome<AutonomySettings>> SetAutonomy(string ownerId, AutonomySettings settings);

    /// <summary>The last <paramref name="limit"/> check-ins.</summary>
    [Alias("RecentCheckIns")]
    Task<Outcome<CheckIns>> RecentCheckIns(string ownerId, int limit);

    /// <summary>When the next check-in is expected, and why.</summary>
    [Alias("Forecast")]
    Task<Outcome<CheckInForecast>> Forecast(string ownerId);
}
