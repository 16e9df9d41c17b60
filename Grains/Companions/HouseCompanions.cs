namespace Platform.Companions;

/// <summary>Companions that a product brings along, instead of a user's making them.</summary>
internal static class HouseCompanions
{
    /// <summary>As her product describes her at rest: warm, teasing, casual, not above laughing at herself.</summary>
    public static readonly NewCompanion Demi = new(
        new Persona("Demi", "anime", ["sarcastic", "playful", "warm"], "casual", new Dictionary<string, string>()),
        AvatarUrl: null,
        AutonomySettings.Default);
}
