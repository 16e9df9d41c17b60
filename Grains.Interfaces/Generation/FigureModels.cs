namespace Platform.Generation;

/// <summary>A way to draw figures.</summary>
/// <param name="Credits">What one picture costs of the quota.</param>
/// <param name="Size">Pixels along the longer side.</param>
public sealed record FigureModel(string Id, string Name, string Description, long Credits, int Size);

/// <summary>The models that figures can be drawn with; a client may use other spellings of their ids.</summary>
public static class FigureModels
{
    public static IReadOnlyList<FigureModel> All { get; } =
    [
        new("flux-dev", "FLUX.1 Dev", "The usual one: careful shading at 1,024 pixels.", 1, 1024),
        new("flux-schnell", "FLUX.1 Schnell", "For gesture practice: quick, at 768 pixels.", 1, 768),
        new("flux-pro", "FLUX Pro", "For print and close study: 1,536 pixels.", 2, 1536),
        new("stable-diffusion", "Stable Diffusion 3", "Softer light, at 1,024 pixels.", 1, 1024),
    ];

    public static FigureModel Default => All[0];

    /// <summary>The model of this id, however its words are joined; null: there is none.</summary>
    public static FigureModel? Find(string id)
    {
        var wanted = id.Replace('_', '-').ToLowerInvariant();
        return All.FirstOrDefault(model => model.Id == wanted);
    }
}
