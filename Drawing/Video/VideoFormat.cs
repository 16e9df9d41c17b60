namespace Platform.Drawing.Video;

/// <summary>What a film is encoded as: arguments for ffmpeg, all with an alpha channel.</summary>
/// <param name="Name">For people: the codec.</param>
/// <param name="Extension">Of the file, with the dot; ffmpeg takes the container from it.</param>
/// <param name="Arguments">First <c>-c:v</c> and the encoder, <c>-pix_fmt</c> and the pixels; then what else it takes.</param>
internal sealed record VideoFormat(string Name, string Extension, params string[] Arguments)
{
    /// <summary>VP9 in WebM; the alpha channel is a second stream beside the first, as browsers know it.</summary>
    public static readonly VideoFormat WebmVp9 = new("VP9", ".webm", "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p",
        "-b:v", "0", "-crf", "28", "-deadline", "good", "-cpu-used", "5", "-auto-alt-ref", "0", "-row-mt", "0");

    /// <summary>ProRes 4444 in MOV: what every ffmpeg can, and what editors take.</summary>
    public static readonly VideoFormat MovProres = new("ProRes 4444", ".mov", "-c:v", "prores_ks", "-pix_fmt", "yuva444p10le",
        "-profile:v", "4444", "-alpha_bits", "16", "-vendor", "apl0", "-qscale:v", "11");

    /// <summary>HEVC with alpha in MOV, from Apple's encoder or from x265 since 4.0: what Safari plays. Few builds of ffmpeg can.</summary>
    public static readonly VideoFormat[] MovHevc =
    [
        new("HEVC with alpha (VideoToolbox)", ".mov", "-c:v", "hevc_videotoolbox", "-pix_fmt", "bgra",
            "-alpha_quality", "0.9", "-q:v", "65", "-tag:v", "hvc1"),
        new("HEVC with alpha (x265)", ".mov", "-c:v", "libx265", "-pix_fmt", "yuva420p", "-crf", "22", "-preset", "medium",
            "-x265-params", "alpha=1:pools=1:frame-threads=1:log-level=none", "-tag:v", "hvc1"),
    ];
}
