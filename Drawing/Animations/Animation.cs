using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>A scene that moves, in a loop: the frame after the last is the first.</summary>
/// <param name="Scene">The character and its props, on a stage that keeps every frame within the canvas.</param>
/// <param name="Motions">At most one for each part.</param>
/// <param name="FrameRate">Frames per second.</param>
public sealed record Animation(Scene Scene, ImmutableArray<Motion> Motions, int FrameRate, int FrameCount)
{
    /// <summary>Milliseconds of one loop, exactly: what <see cref="Choreographer"/> makes comes out even.</summary>
    public int DurationMs => FrameCount * 1000 / FrameRate;

    /// <summary>How all parts stand at a time in frames, from 0 to <see cref="FrameCount"/>.</summary>
    public Pose PoseAt(float frame) => new(Motions.ToImmutableDictionary(motion => motion.Part, motion => motion.At(frame)));
}
