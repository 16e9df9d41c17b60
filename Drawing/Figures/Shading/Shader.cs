using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Shading;

/// <summary>How much light of each kind leaves a point, and what that looks like as a picture.</summary>
internal sealed class Shader(Seen seen, Field field, Rig rig, ShadowMap shadows)
{
    private readonly Vector3 _toKey = Rig.Toward(rig.KeyFrom, seen.View.Forward);
    private readonly Vector3 _toRim = Rig.Toward(rig.RimFrom, seen.View.Forward);
    private readonly Vector3 _toSecondRim = Rig.Toward(rig.RimFrom with { X = -rig.RimFrom.X }, seen.View.Forward);

    /// <summary>The colour, in sRGB, that a photograph would show.</summary>
    public Vector3 Photograph(int x, int y, in Pixel pixel)
    {
        var place = seen.PlaceOf(x, y, pixel);
        return Developed(Lit(x, y, pixel, place, Rough(pixel, place)));
    }

    /// <summary>The light of a point whose normal is given, linear.</summary>
    public Vector3 Lit(int x, int y, in Pixel pixel, Vector3 place, Vector3 normal)
    {
        var solid = field.Solids[pixel.Solid];
        var surface = solid.Surface;
        var toEye = -Vector3.Normalize(seen.View.Direction(x + seen.Left + 0.5f, y + seen.Top + 0.5f));
        var shadow = Shadow(x, y, pixel, place);
        var albedo = pixel.Color * Mottle(surface.Grain, solid, place);
        var facing = Vector3.Dot(normal, _toKey);
        // Light seeps through skin: red furthest round the edge of the shadow.
        var diffuse = surface.Grain == Grain.Skin
            ? new Vector3(Wrapped(facing, 0.22f), Wrapped(facing, 0.08f), Wrapped(facing, 0.05f))
            : new Vector3(MathF.Max(facing, 0));
        var sky = Vector3.Lerp(rig.Ground, rig.Sky, normal.Y * 0.5f + 0.5f) * pixel.Open * (0.55f + 0.45f * pixel.Open);
        var rim = rig.Rim * Rim(normal, toEye, _toRim) + rig.SecondRim * Rim(normal, toEye, _toSecondRim);
        var light = rig.Key * diffuse * shadow * 0.62f + sky + rim;
        // Light from behind glances off whatever the surface is.
        var color = albedo * light * (1 - surface.Metal * 0.75f) + rim * 0.09f;
        color += Shine(surface, normal, toEye, shadow, albedo, pixel.Open);
        return color + surface.Color * surface.Glow * 2.2f;
    }

    /// <summary>How much of the key light arrives, in [0, 1], counting which way the surface faces.</summary>
    public float KeyLight(int x, int y, in Pixel pixel)
    {
        var place = seen.PlaceOf(x, y, pixel);
        return MathF.Max(Vector3.Dot(pixel.Normal, _toKey), 0) * Shadow(x, y, pixel, place);
    }

    /// <summary>How strongly light from behind outlines a point.</summary>
    public float RimLight(int x, int y, in Pixel pixel)
    {
        var toEye = -Vector3.Normalize(seen.View.Direction(x + seen.Left + 0.5f, y + seen.Top + 0.5f));
        return MathF.Max(Rim(pixel.Normal, toEye, _toRim) * rig.Rim.Y, Rim(pixel.Normal, toEye, _toSecondRim) * rig.SecondRim.Y);
    }

    /// <summary>How bright drawn light is: a drawing in little light has more shadow.</summary>
    public float Exposure { get; } = Math.Clamp(0.55f + rig.Key.Y * 0.12f + rig.Sky.Y * 0.35f, 0.5f, 1.15f);

    /// <summary>A filmic curve (K. Narkowicz's fit of ACES), then gamma.</summary>
    public static Vector3 Developed(Vector3 light)
    {
        light *= 0.92f;
        var film = light * (light * 2.51f + new Vector3(0.03f)) / (light * (light * 2.43f + new Vector3(0.59f)) + new Vector3(0.14f));
        film = Vector3.Clamp(film, Vector3.Zero, Vector3.One);
        return new Vector3(MathF.Pow(film.X, 1 / 2.2f), MathF.Pow(film.Y, 1 / 2.2f), MathF.Pow(film.Z, 1 / 2.2f));
    }

    private static float Wrapped(float facing, float by) => MathF.Max((facing + by) / (1 + by), 0);

    private static float Rim(Vector3 normal, Vector3 toEye, Vector3 toLight)
    {
        var edge = 1 - MathF.Max(Vector3.Dot(normal, toEye), 0);
        return MathF.Max(Vector3.Dot(normal, toLight), 0) * edge * (0.4f + 0.6f * edge);
    }

    private float Shadow(int x, int y, in Pixel pixel, Vector3 place) =>
        Vector3.Dot(pixel.Normal, _toKey) <= -0.25f ? 0 : shadows.Light(place + pixel.Normal * 0.008f + _toKey * 0.004f, 4, Grained(x, y));

    // Interleaved gradient noise (J. Jimenez, 2014): neighbours differ as much as can be, so that their mean is smooth.
    private static float Grained(int x, int y)
    {
        var at = 0.06711056f * x + 0.00583715f * y;
        at = 52.9829189f * (at - MathF.Floor(at));
        return (at - MathF.Floor(at)) * MathF.Tau;
    }

    private Vector3 Shine(Surface surface, Vector3 normal, Vector3 toEye, float shadow, Vector3 albedo, float open)
    {
        var half = Vector3.Normalize(_toKey + toEye);
        var sharp = 8 + surface.Gloss * surface.Gloss * 110;
        var highlight = MathF.Pow(MathF.Max(Vector3.Dot(normal, half), 0), sharp) * surface.Gloss * shadow * (0.35f + surface.Gloss);
        var fresnel = MathF.Pow(1 - MathF.Max(Vector3.Dot(normal, toEye), 0), 4) * surface.Gloss * 0.35f;
        var shine = rig.Key * highlight * 0.7f + rig.Sky * fresnel * open;
        if (surface.Metal <= 0) return shine;
        // What metal mirrors: a bright strip of sky over a dark horizon, and the ground below.
        var mirrored = Vector3.Reflect(-toEye, normal);
        var height = mirrored.Y;
        var around = height > 0 ? Vector3.Lerp(rig.Sky * 0.35f, rig.Sky * 1.7f + rig.Key * 0.14f, Bump(height, 0.35f, 0.4f))
            : Vector3.Lerp(rig.Sky * 0.3f, rig.Ground * 1.2f, MathF.Min(-height * 2.5f, 1));
        return (shine * 1.3f + around * open * surface.Metal) * Vector3.Lerp(Vector3.One, albedo * 1.25f, surface.Metal);
    }

    private static float Bump(float at, float center, float wide) => MathF.Max(1 - MathF.Abs(at - center) / wide, 0);

    // Folds in cloth and strands in hair bend the surface a little.
    private Vector3 Rough(in Pixel pixel, Vector3 place)
    {
        var solid = field.Solids[pixel.Solid];
        var (frequency, strength) = solid.Surface.Grain switch
        {
            Grain.Cloth => (new Vector3(17, 9, 17), 0.16f),
            Grain.Hair => (new Vector3(190, 14, 190), 0.34f),
            Grain.Skin => (new Vector3(30), 0.03f),
            _ => (Vector3.Zero, 0f),
        };
        if (strength == 0) return pixel.Normal;
        var at = place - solid.Base;
        at = new Vector3(Vector3.Dot(at, solid.X), Vector3.Dot(at, solid.Y), Vector3.Dot(at, solid.Z)) * frequency;
        var slope = new Vector3(Noise.At(at), Noise.At(at + new Vector3(31.7f, 0, 0)) * 0.5f, Noise.At(at + new Vector3(0, 0, 57.3f)));
        return Vector3.Normalize(pixel.Normal + (solid.X * slope.X + solid.Y * slope.Y + solid.Z * slope.Z) * strength);
    }

    private static float Mottle(Grain grain, RoundCone solid, Vector3 place)
    {
        if (grain is not (Grain.Wood or Grain.Hair)) return 1;
        var at = place - solid.Base;
        var (x, y, z) = (Vector3.Dot(at, solid.X), Vector3.Dot(at, solid.Y), Vector3.Dot(at, solid.Z));
        if (grain == Grain.Hair) return 1 + 0.3f * Noise.At(new Vector3(x * 260, y * 9, z * 260));
        var rings = MathF.Sin((x + 0.3f * z) * 210 + Noise.At(new Vector3(x * 12, y * 3, z * 12)) * 5);
        return 0.93f + 0.07f * rings + 0.05f * Noise.At(new Vector3(x * 150, y * 6, z * 150));
    }
}
