using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using F8 = System.Runtime.Intrinsics.Vector256<float>;

namespace Platform.Drawing.Figures.Solids;

/// <summary>
/// The distance to the nearest of many solids, for eight places at once. A layer is a smooth union (quadratic polynomial smooth
/// minimum, after I. Quilez), and so is the direction in which it grows; between layers the nearest one counts.
/// </summary>
internal sealed class Field(IReadOnlyList<RoundCone> solids)
{
    private const float Far = 1e6f;

    private static readonly F8 Tiny = Vector256.Create(1e-6f);

    private readonly Packed[] _packed = [.. solids.Select(solid => new Packed(solid))];

    public IReadOnlyList<RoundCone> Solids => solids;

    /// <summary>The distance to the nearest of the chosen solids. They are in the order of their layers.</summary>
    public F8 Distance(F8 x, F8 y, F8 z, ReadOnlySpan<ushort> chosen)
    {
        var nearest = Vector256.Create(Far);
        var layer = nearest;
        var current = -1;
        foreach (var index in chosen)
        {
            ref readonly var solid = ref _packed[index];
            if (solid.Layer != current)
            {
                nearest = Vector256.Min(nearest, layer);
                layer = Vector256.Create(Far);
                current = solid.Layer;
            }

            var distance = solid.Distance(x, y, z);
            if (solid.Blend > 0)
            {
                var near = Vector256.Max(Vector256.Create(solid.Blend) - Vector256.Abs(layer - distance), F8.Zero);
                layer = Vector256.Min(layer, distance) - near * near * solid.QuarterPerBlend;
            }
            else
            {
                layer = Vector256.Min(layer, distance);
            }
        }

        return Vector256.Min(nearest, layer);
    }

    /// <summary>The distance, and which way the surface faces, its colour and the nearest solid.</summary>
    public void Look(F8 x, F8 y, F8 z, ReadOnlySpan<ushort> chosen, out Sample sample)
    {
        var best = new Sample { Distance = Vector256.Create(Far) };
        var layer = best;
        var current = -1;
        foreach (var index in chosen)
        {
            ref readonly var solid = ref _packed[index];
            if (solid.Layer != current)
            {
                best = Sample.Nearer(best, layer);
                layer = new Sample { Distance = Vector256.Create(Far) };
                current = solid.Layer;
            }

            var next = new Sample
            {
                Distance = solid.Distance(x, y, z, out var nx, out var ny, out var nz),
                NormalX = nx,
                NormalY = ny,
                NormalZ = nz,
                Red = Vector256.Create(solid.Color.X),
                Green = Vector256.Create(solid.Color.Y),
                Blue = Vector256.Create(solid.Color.Z),
                Solid = Vector256.Create((float)index),
            };
            layer = solid.Blend > 0 ? Sample.Melted(layer, next, solid.Blend) : Sample.Nearer(layer, next);
        }

        sample = Sample.Nearer(best, layer);
    }

    /// <summary>A solid, with what every evaluation needs worked out.</summary>
    private readonly struct Packed
    {
        private readonly Vector3 _base, _x, _y, _z, _perScale;
        private readonly float _length, _radius, _slope, _slant, _cutLow, _cutHigh;
        private readonly bool _stretched, _cut;

        public readonly float Blend, QuarterPerBlend;
        public readonly int Layer;
        public readonly Vector3 Color;

        public Packed(RoundCone solid)
        {
            (_base, _x, _y, _z) = (solid.Base, solid.X, solid.Y, solid.Z);
            _perScale = Vector3.One / solid.Scale;
            _length = solid.Length;
            _radius = solid.BaseRadius;
            _slope = _length > 0 ? (solid.BaseRadius - solid.TipRadius) / _length : 0;
            _slant = _slope / MathF.Sqrt(MathF.Max(1 - _slope * _slope, 1e-4f));
            _stretched = solid.Scale != Vector3.One;
            _cut = float.IsFinite(solid.CutLow) || float.IsFinite(solid.CutHigh);
            _cutLow = MathF.Max(solid.CutLow, -100);
            _cutHigh = MathF.Min(solid.CutHigh, 100);
            Blend = solid.Blend;
            QuarterPerBlend = Blend > 0 ? 0.25f / Blend : 0;
            Layer = solid.Layer;
            Color = solid.Surface.Color;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public F8 Distance(F8 x, F8 y, F8 z)
        {
            Locate(x, y, z, out var u, out var v, out var w, out var along);
            var radius = Ball(u, ref v, w, out var away);
            var distance = away - radius;
            if (_stretched) distance = distance * Vector256.Max(away, Tiny) / Steepness(u, v, w);
            return _cut ? Vector256.Max(distance, Vector256.Max(along - Vector256.Create(_cutHigh), Vector256.Create(_cutLow) - along))
                : distance;
        }

        public F8 Distance(F8 x, F8 y, F8 z, out F8 normalX, out F8 normalY, out F8 normalZ)
        {
            Locate(x, y, z, out var u, out var v, out var w, out var along);
            var radius = Ball(u, ref v, w, out var away);
            var distance = away - radius;
            var steep = Steepness(u, v, w);
            if (_stretched) distance = distance * Vector256.Max(away, Tiny) / steep;
            (u, v, w) = (u * _perScale.X / steep, v * _perScale.Y / steep, w * _perScale.Z / steep);
            if (_cut)
            {
                var (above, below) = (along - Vector256.Create(_cutHigh), Vector256.Create(_cutLow) - along);
                var flat = Vector256.GreaterThan(Vector256.Max(above, below), distance);
                var end = Vector256.ConditionalSelect(Vector256.GreaterThan(above, below), F8.One, -F8.One);
                (u, v, w) = (Vector256.ConditionalSelect(flat, F8.Zero, u), Vector256.ConditionalSelect(flat, end, v),
                    Vector256.ConditionalSelect(flat, F8.Zero, w));
                distance = Vector256.Max(distance, Vector256.Max(above, below));
            }

            normalX = u * _x.X + v * _y.X + w * _z.X;
            normalY = u * _x.Y + v * _y.Y + w * _z.Y;
            normalZ = u * _x.Z + v * _y.Z + w * _z.Z;
            return distance;
        }

        // In its own, stretched, space.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Locate(F8 x, F8 y, F8 z, out F8 u, out F8 v, out F8 w, out F8 along)
        {
            var (px, py, pz) = (x - Vector256.Create(_base.X), y - Vector256.Create(_base.Y), z - Vector256.Create(_base.Z));
            along = px * _y.X + py * _y.Y + pz * _y.Z;
            u = (px * _x.X + py * _x.Y + pz * _x.Z) * _perScale.X;
            v = along * _perScale.Y;
            w = (px * _z.X + py * _z.Y + pz * _z.Z) * _perScale.Z;
        }

        // A round cone is a union of balls along its axis, and the place of the nearest one can be told directly: how large it is, and
        // where its centre is.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private F8 Ball(F8 u, ref F8 v, F8 w, out F8 away)
        {
            var across = u * u + w * w;
            if (_length == 0)
            {
                away = Vector256.Sqrt(across + v * v);
                return Vector256.Create(_radius);
            }

            var at = Vector256.Min(Vector256.Max(v - Vector256.Sqrt(across) * _slant, F8.Zero), Vector256.Create(_length));
            v -= at;
            away = Vector256.Sqrt(across + v * v);
            return Vector256.Create(_radius) - at * _slope;
        }

        // How fast the stretched distance grows with the true one. To first order their quotient is exact at the surface.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private F8 Steepness(F8 u, F8 v, F8 w)
        {
            (u, v, w) = (u * _perScale.X, v * _perScale.Y, w * _perScale.Z);
            return Vector256.Max(Vector256.Sqrt(u * u + v * v + w * w), Tiny);
        }
    }
}
