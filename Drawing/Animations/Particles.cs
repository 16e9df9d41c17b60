namespace Platform.Drawing.Animations;

/// <summary>Little things that come and go again and again.</summary>
internal static class Particles
{
    /// <summary>Beats of one life, told from its own beginning, as it is lived in every loop. A life is a little shorter than a
    /// loop and ends invisible and with <see cref="Easing.Hold"/>, so that nobody sees the way back.</summary>
    /// <param name="start">When in the loop the life begins.</param>
    public static Beat[] Looped(double start, params Beat[] beats) =>
        [.. new[] { -1, 0 }.SelectMany(loop => beats.Select(beat => beat with { At = beat.At + loop + (float)start }))];
}
