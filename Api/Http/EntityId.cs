namespace Platform.Api.Http;

/// <summary>Ids in paths: UUIDs in any of their written forms; grain keys are the canonical one.</summary>
public static class EntityId
{
    /// <summary>The grain key, or null where the text is no id at all (and so names nothing).</summary>
    public static string? Parse(string text) => Guid.TryParse(text, out var id) ? id.ToString() : null;
}
