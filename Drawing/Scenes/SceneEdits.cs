using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>Scenes with something changed.</summary>
public static class SceneEdits
{
    /// <summary>The part of that name, or null.</summary>
    public static Part? Find(this Scene scene, string name) => scene.AllParts().FirstOrDefault(part => part.Name == name);

    /// <summary>The scene with one part changed; the same scene if it has no such part.</summary>
    public static Scene With(this Scene scene, string name, Func<Part, Part> change) =>
        scene with { Parts = Changed(scene.Parts, name, change) };

    /// <summary>The scene with one part drawn after its siblings, its parent's shapes included.</summary>
    public static Scene InFront(this Scene scene, string name) =>
        scene.AllParts().FirstOrDefault(part => part.Children.Any(child => child.Name == name)) is { } parent
            ? scene.With(parent.Name, found => InFront(found, name))
            : scene;

    private static Part InFront(Part parent, string name)
    {
        var raised = parent.Children.First(child => child.Name == name);
        return parent with { Behind = parent.Behind.Remove(raised), Front = parent.Front.Remove(raised).Add(raised) };
    }

    private static ImmutableArray<Part> Changed(ImmutableArray<Part> parts, string name, Func<Part, Part> change) =>
        [.. parts.Select(part =>
    {
        if (part.Name == name) return change(part);
        if (part.Behind.IsEmpty && part.Front.IsEmpty) return part;
        return part with { Behind = Changed(part.Behind, name, change), Front = Changed(part.Front, name, change) };
    })];
}
