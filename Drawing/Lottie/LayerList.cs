using System.Collections.Immutable;
using Platform.Drawing.Animations;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Lottie;

/// <summary>A layer of a Lottie file.</summary>
/// <param name="Parent">The index of the layer that takes it along.</param>
/// <param name="Opacity">Its own and that of all parts it lies within: a child of a layer doesn't inherit it.</param>
/// <param name="Picture">The part's picture, if this is the layer of it.</param>
internal sealed record Layer(int Index, int? Parent, Part Part, Motion? Motion, Track<float> Opacity, Picture? Picture = null,
    int PictureIndex = 0);

/// <summary>The parts of an animation as layers, furthest back first. Left out is what is never visible, and what neither draws nor moves
/// anything.</summary>
internal sealed class LayerList
{
    private readonly Dictionary<string, Motion> _motions;
    private readonly int _frameCount;
    private int _lastIndex;

    public LayerList(Animation animation)
    {
        _motions = animation.Motions.ToDictionary(motion => motion.Part);
        _frameCount = animation.FrameCount;
        foreach (var part in animation.Scene.Parts) Add(part, null, Values.Still(1));
    }

    public List<Layer> All { get; } = [];

    public List<Picture> Pictures { get; } = [];

    private void Add(Part part, int? parent, Track<float> above)
    {
        var motion = _motions.GetValueOrDefault(part.Name);
        var opacity = Product(above, motion?.Opacity ?? Values.Still(part.Opacity));
        if (opacity.Keys.All(key => key.Value <= 0)) return;
        var index = part.Shapes.IsEmpty && motion is null && part.Picture is null ? parent : ++_lastIndex;
        foreach (var behind in part.Behind) Add(behind, index, opacity);
        if (part.Picture is { } picture)
        {
            Pictures.Add(picture);
            All.Add(new(++_lastIndex, index, part, null, opacity, picture, Pictures.Count - 1));
        }

        if (index is { } own && own != parent) All.Add(new(own, parent, part, motion, opacity));
        foreach (var front in part.Front) Add(front, index, opacity);
    }

    // The product of two curves is no such curve; only when both move it takes a key for each frame.
    private Track<float> Product(Track<float> one, Track<float> other)
    {
        if (IsStill(one)) return other.Select(value => value * one.Keys[0].Value);
        if (IsStill(other)) return one.Select(value => value * other.Keys[0].Value);
        return new([.. Enumerable.Range(0, _frameCount + 1).Select(frame =>
            new Key<float>(frame, one.At(frame) * other.At(frame), Easing.Linear))]);
    }

    private static bool IsStill(Track<float> track) => track.Keys.All(key => key.Value.Equals(track.Keys[0].Value));
}
