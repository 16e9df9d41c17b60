using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Tests.Animations;

/// <summary>Characters of all kinds and styles.</summary>
internal static class Cast
{
    /// <summary>With arms and legs of their own.</summary>
    public static Scene[] WithLimbs { get; } =
    [
        Performers.Whole, Of("a cat with a wizard hat", MascotStyle.Kawaii), Of("a blue robot", MascotStyle.Flat),
            Of("a dragon with a cape", MascotStyle.Toy),
        Of("a dog", MascotStyle.Cartoon),
    ];

    public static Scene[] All { get; } = [Performers.Limbless, Of("a ghost", MascotStyle.Brand), Of("a star", MascotStyle.Toy), .. WithLimbs];

    public static Scene Of(string prompt, MascotStyle style) => MascotArtist.Draw(MascotDesigner.Design(prompt, style, 3));
}
