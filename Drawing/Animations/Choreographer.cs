using Platform.Drawing.Animations.Actions;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>Makes characters move.</summary>
public static class Choreographer
{
    /// <summary>The usual number of frames. It makes a whole frame rate with the duration of every action, as 24 does.</summary>
    public const int UsualFrameCount = 36;

    /// <summary>A character in an action, as one seamless loop. The same arguments make the same motion.</summary>
    /// <param name="scene">A character with the part <c>mascot</c>, and as many of the parts in <see cref="Names"/> as it has.</param>
    /// <param name="seed">Decides what is left to chance, such as where confetti falls.</param>
    /// <param name="frameCount">The frames of one loop: 36 or 24, or another number that gives a whole frame rate.</param>
    public static Animation Animate(Scene scene, MascotAction action, int seed = 0, int frameCount = UsualFrameCount)
    {
        var duration = DurationMsOf(action);
        if (frameCount <= 0 || frameCount * 1000 % duration != 0)
            throw new ArgumentException($"{frameCount} frames in {duration} ms are no whole frame rate.", nameof(frameCount));
        var score = new Score(Staging.OnStage(scene), frameCount, seed);
        Write(score, action);
        return Staging.Fitted(new(score.Scene, score.Motions, frameCount * 1000 / duration, frameCount));
    }

    private static void Write(Score score, MascotAction action)
    {
        switch (action)
        {
            case MascotAction.Wave: Gestures.Wave(score); break;
            case MascotAction.Think: Gestures.Think(score); break;
            case MascotAction.Idle: Rests.Idle(score); break;
            case MascotAction.Sleep: Rests.Sleep(score); break;
            case MascotAction.Sad: Rests.Sad(score); break;
            case MascotAction.Jump: Leaps.Jump(score); break;
            case MascotAction.Backflip: Leaps.Backflip(score); break;
            case MascotAction.Celebrate: Rhythms.Celebrate(score); break;
            case MascotAction.Dance: Rhythms.Dance(score); break;
            case MascotAction.Exercise: Rhythms.Exercise(score); break;
            default: throw new ArgumentOutOfRangeException(nameof(action), action, null);
        }
    }

    // Quick actions are told in one and a half seconds, calm ones take two.
    private static int DurationMsOf(MascotAction action) =>
        action is MascotAction.Jump or MascotAction.Backflip or MascotAction.Celebrate ? 1500 : 2000;
}
