namespace Platform.Generation;

/// <summary>A file that was made.</summary>
/// <param name="Extension">Without a dot.</param>
internal readonly record struct RenderedFile(string Extension, ReadOnlyMemory<byte> Content);

/// <summary>A mascot in pictures.</summary>
/// <param name="Character">What <see cref="IRenderer"/> needs to draw the same one again; null: the full body is all there is.</param>
internal sealed record MascotArt(RenderedFile FullBody, RenderedFile Avatar, RenderedFile Icon, string? Character);

/// <summary>The character that something is to be made of.</summary>
/// <param name="Character">As in <see cref="MascotArt"/>.</param>
/// <param name="FullBody">The picture, PNG.</param>
internal sealed record MascotSource(string? Character, ReadOnlyMemory<byte> FullBody);

/// <param name="Webm">Null where no videos can be made.</param>
/// <param name="Mov">As above.</param>
/// <param name="Columns">Frames in a row of the sprite sheet.</param>
internal sealed record AnimationArt(
    RenderedFile SpriteSheet, RenderedFile Lottie, RenderedFile? Webm, RenderedFile? Mov, int FrameCount, int DurationMs, int Columns);

internal sealed record LogoArt(string Name, int Width, int Height, RenderedFile File);

internal sealed record LogoPackArt(IReadOnlyList<LogoArt> Sizes, RenderedFile Zip);

internal sealed record FigureArt(RenderedFile Picture, RenderedFile Thumbnail, int Width, int Height, long Seed);

/// <param name="Figures">May be fewer than were asked for, but at least one.</param>
/// <param name="Tags">What they show, as <c>dimension:value</c>.</param>
internal sealed record FiguresArt(IReadOnlyList<FigureArt> Figures, IReadOnlyList<string> Tags);

/// <summary>
/// Draws what products sell. The same order with the same seed is the same picture where the provider can promise that. It may run on any
/// thread, and reports how far it is in [0, 1].
/// </summary>
/// <exception cref="TransientRenderException">It failed, and may succeed later.</exception>
/// <exception cref="RenderRefusedException">It will never draw this; the message is for whoever ordered it.</exception>
internal interface IRenderer
{
    /// <param name="brandColors">As <c>#RRGGBB</c>; none: it chooses.</param>
    Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation);

    /// <param name="videos">Whether videos are wanted.</param>
    Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation);

    Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation);

    Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation);

    /// <summary>Four portraits, PNG.</summary>
    /// <param name="appearance">What the face, the hair and the clothes are like, each in words.</param>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation);
}
