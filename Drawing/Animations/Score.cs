using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>A choreography being written. Times are in loops, lengths in units of the scene, angles in degrees clockwise.
/// What a character has no part for is left out.</summary>
internal sealed class Score(Scene scene, int frameCount, int seed)
{
    private readonly Dictionary<string, Motion> _motions = [];
    private readonly HashSet<string> _names = [.. scene.AllParts().Select(part => part.Name)];

    public Scene Scene { get; private set; } = scene;

    public Rig Rig { get; } = new(scene);

    public Random Random { get; } = new(seed);

    public ImmutableArray<Motion> Motions => [.. _motions.Values];

    public bool Has(string part) => _names.Contains(part);

    /// <summary>What a thing on the head is fixed to: the head, or whatever there is instead.</summary>
    public string HeadOrBody => new[] { Names.Head, Names.Body }.FirstOrDefault(Has) ?? Names.Mascot;

    /// <summary>Adds a prop within a part, before all that is there or behind it.</summary>
    public void Add(string within, Part prop, bool behind = false)
    {
        foreach (var part in prop.WithParts()) _names.Add(part.Name);
        Scene = Scene.With(within, part => behind
            ? part with { Behind = part.Behind.Insert(0, prop) }
            : part with { Front = part.Front.Add(prop) });
    }

    public void ToFront(string part) => Scene = Scene.InFront(part);

    public void X(string part, params Beat[] beats) => Set(part, motion => motion with { X = TrackOf(beats) });

    public void Y(string part, params Beat[] beats) => Set(part, motion => motion with { Y = TrackOf(beats) });

    public void Turn(string part, params Beat[] beats) => Set(part, motion => motion with { Turn = TrackOf(beats) });

    /// <summary>The same motion later: what hangs loosely follows.</summary>
    public void TurnLate(string part, double delay, params Beat[] beats) =>
        Set(part, motion => motion with { Turn = TrackOf(beats, delay) });

    public void Opacity(string part, params Beat[] beats) => Set(part, motion => motion with { Opacity = TrackOf(beats) });

    public void Scale(string part, params Beat[] beats) => Scale(part, beats, size => new(size, size));

    /// <summary>Pressed flat (above 0) or stretched tall (below 0) about the pivot; what is lost in height is gained in width.</summary>
    public void Squash(string part, params Beat[] beats) => Scale(part, beats, amount => new(1 + amount * 0.8f, 1 - amount));

    public void Scale(string part, Beat[] beats, Func<float, Point> size) =>
        Set(part, motion => motion with
        {
            Scale = new Track<Point>([.. KeysOf(beats, 0)
            .Select(key => new Key<Point>(key.Frame, size(key.Value), key.Ease))]).Within(frameCount)
        });

    /// <summary>Swings like a pendulum, a whole number of times in a loop.</summary>
    /// <param name="phase">In swings: how far it is already at the loop's beginning; 0 starts at the clockwise end.</param>
    public void Swing(string part, double amplitude, int times, double phase = 0, double about = 0) =>
        Turn(part, Pendulum(amplitude, times, phase, about));

    /// <summary>The beats of something that goes to and fro.</summary>
    public static Beat[] Pendulum(double amplitude, int times, double phase = 0, double about = 0) =>
        [.. Enumerable.Range(-2, 2 * times + 5).Select(half => (Beat)((half / 2.0 - phase % 1) / times,
            about + (half % 2 == 0 ? amplitude : -amplitude)))];

    /// <summary>Brings a limb to lifts (see <see cref="Limb.TurnTo"/>), or to <see cref="Beat.Rest"/>.</summary>
    public void Lift(Limb? limb, params Beat[] beats)
    {
        if (limb is null) return;
        Turn(limb.Name, [.. beats.Select(beat => beat with { Value = limb.TurnTo(float.IsNaN(beat.Value) ? limb.RestLift : beat.Value) })]);
    }

    public void Arms(params Beat[] beats)
    {
        Lift(Rig.ArmLeft, beats);
        Lift(Rig.ArmRight, beats);
    }

    public void Legs(params Beat[] beats)
    {
        Lift(Rig.LegLeft, beats);
        Lift(Rig.LegRight, beats);
    }

    /// <summary>Both ears drop outward (above 0) or stand up (below 0), a little after what moves them.</summary>
    public void Ears(params Beat[] beats)
    {
        TurnLate(Names.EarRight, 0.03, beats);
        TurnLate(Names.EarLeft, 0.04, [.. beats.Select(beat => beat with { Value = -beat.Value })]);
    }

    /// <summary>Shows one of several parts of which one is visible at a time, each for its span; between the spans the one that was
    /// drawn.</summary>
    public void Face(string[] choices, params (double From, double To, string Choice)[] spans)
    {
        spans = [.. spans.Where(span => Has(span.Choice))];
        if (spans.Length == 0) return;
        foreach (var choice in choices)
        {
            if (Scene.Find(choice) is not { } part) continue;
            var beats = new List<Beat>();
            if (spans[0].From > 0) beats.Add((0, part.Opacity, Easing.Hold));
            for (var i = 0; i < spans.Length; i++)
            {
                var (from, to, shown) = spans[i];
                beats.Add((from, shown == choice ? 1 : 0, Easing.Hold));
                if (to < (i + 1 < spans.Length ? spans[i + 1].From : 1)) beats.Add((to, part.Opacity, Easing.Hold));
            }

            Opacity(choice, [.. beats]);
        }
    }

    public void Eyes(params (double From, double To, string Choice)[] spans) => Face(Names.AllEyes, spans);

    public void Mouth(params (double From, double To, string Choice)[] spans) => Face(Names.AllMouths, spans);

    private void Set(string part, Func<Motion, Motion> change)
    {
        if (Has(part)) _motions[part] = change(_motions.GetValueOrDefault(part) ?? new(part));
    }

    private Track<float> TrackOf(Beat[] beats, double delay = 0) => new Track<float>(KeysOf(beats, (float)delay)).Within(frameCount);

    // What is delayed beyond the loop's end has begun before its beginning.
    private ImmutableArray<Key<float>> KeysOf(Beat[] beats, float delay)
    {
        IEnumerable<Beat> all = beats;
        if (delay > 0)
        {
            var late = beats.Select(beat => beat with { At = beat.At + delay }).ToArray();
            all = late.Select(beat => beat with { At = beat.At - 1 }).Where(beat => beat.At < late[0].At - 0.001f).Concat(late);
        }

        return [.. all.Select(beat => new Key<float>(beat.At * frameCount, beat.Value, beat.Ease))];
    }
}
