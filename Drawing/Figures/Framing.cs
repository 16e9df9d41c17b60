using System.Numerics;
using Platform.Drawing.Figures.Bodies;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures;

/// <summary>Where the camera stands, so that what is wanted fills the picture.</summary>
internal static class Framing
{
    private sealed record Shot(float Around, float Up, float FieldOfView, float Roll = 0, bool Parallel = false);

    /// <summary>The camera, the middle of what it looks at, and how far that reaches.</summary>
    public static (View View, Vector3 Target, float Reach) Of(FigureSpec spec, FigurePose pose, IReadOnlyList<RoundCone> solids, int width,
        int height, Dice dice)
    {
        var shot = ShotOf(spec, pose, dice);
        var (around, up) = (shot.Around * MathF.PI / 180, shot.Up * MathF.PI / 180);
        var toEye = new Vector3(MathF.Sin(around) * MathF.Cos(up), MathF.Sin(up), MathF.Cos(around) * MathF.Cos(up));
        var wanted = solids.Where(solid => IsWanted(spec.BodyRegion, solid.Part)).ToArray();
        if (wanted.Length == 0) wanted = [.. solids];
        var target = wanted.Aggregate(Vector3.Zero, (sum, solid) => sum + solid.Base) / wanted.Length;
        var room = spec.BodyRegion is null or "full_body" ? 0.84f : spec.BodyRegion == "head" ? 0.8f : 0.86f;
        var view = shot.Parallel ? Parallel(toEye, target, wanted, width, height, room)
            : Perspective(shot, toEye, target, wanted, width, height, room);
        // All that stands near what is wanted can cast a shadow on it.
        var reach = wanted.Max(solid => MathF.Max(Vector3.Distance(target, solid.Base), Vector3.Distance(target, solid.Tip)) + solid.Reach);
        return (view, target, wanted.Length == solids.Count ? reach : reach * 2);
    }

    private static Shot ShotOf(FigureSpec spec, FigurePose pose, Dice dice)
    {
        var around = pose.SeenFrom + dice.Between(-20, 20);
        var side = pose.SeenFrom < 0 || pose.SeenFrom == 0 && dice.Next() < 0.5f ? -1 : 1;
        var wide = spec.Pose == "foreshortened" ? 66 : 34;
        if (spec.Pose == "foreshortened") around = pose.SeenFrom + dice.Between(-9, 9);
        if (spec.BodyRegion == "head") around = dice.Between(18, 42) * side;
        return spec.Camera switch
        {
            "low_angle" => new(around, -19, 58),
            "high_angle" => new(around, 42, 46),
            "dutch_angle" => new(around, 4, wide, Roll: side * 17),
            "profile" or "side" => new(side * 90 + dice.Between(-3, 3), 4, 28),
            "front" => new(dice.Between(-3, 3), 4, wide),
            "back" => new(180 + dice.Between(-14, 14), 5, wide),
            "top_down" => new(dice.Between(-8, 8), 74, 28),
            "isometric" => new(side * 45, 35.26f, 0, Parallel: true),
            _ => new(around, dice.Between(3, 9), wide),
        };
    }

    private static bool IsWanted(string? region, BodyPart part) => region switch
    {
        "torso" => part is BodyPart.Head or BodyPart.Neck or BodyPart.Chest or BodyPart.Waist,
        "head" => part is BodyPart.Head or BodyPart.Neck,
        "hands" => part is BodyPart.LeftHand,
        "feet" => part is BodyPart.LeftFoot or BodyPart.RightFoot,
        _ => true,
    };

    private static View Perspective(Shot shot, Vector3 toEye, Vector3 target, RoundCone[] wanted, int width, int height, float room)
    {
        var focal = MathF.Max(width, height) / 2f / MathF.Tan(shot.FieldOfView * MathF.PI / 360);
        var distance = 4f;
        View view = null!;
        for (var round = 0; round < 9; round++)
        {
            view = View.From(target + toEye * distance, target, shot.Roll * MathF.PI / 180, focal, width, height);
            var (left, top, right, bottom) = Bounds(view, wanted);
            var scale = focal / distance;
            target += view.Right * (((left + right) / 2 - width / 2f) / scale) - view.Up * (((top + bottom) / 2 - height / 2f) / scale);
            distance = MathF.Max(distance * MathF.Max((right - left) / (width * room), (bottom - top) / (height * room)), 0.2f);
        }

        return view;
    }

    private static View Parallel(Vector3 toEye, Vector3 target, RoundCone[] wanted, int width, int height, float room)
    {
        var scale = 100f;
        View view = null!;
        for (var round = 0; round < 4; round++)
        {
            view = View.Parallel(target + toEye * 8, target, 0, scale, width, height);
            var (left, top, right, bottom) = Bounds(view, wanted);
            target += view.Right * (((left + right) / 2 - width / 2f) / scale) - view.Up * (((top + bottom) / 2 - height / 2f) / scale);
            scale /= MathF.Max((right - left) / (width * room), (bottom - top) / (height * room));
        }

        return view;
    }

    private static (float Left, float Top, float Right, float Bottom) Bounds(View view, RoundCone[] wanted)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var solid in wanted)
        {
            Include(view.Project(solid.Base), solid.Length == 0 ? Vector3.Dot(solid.Scale, new Vector3(0.33f)) * 1.1f : solid.BaseRadius);
            if (solid.Length > 0) Include(view.Project(solid.Tip), solid.TipRadius);
        }

        return (left, top, right, bottom);

        void Include((float X, float Y, float Scale, float Depth) at, float radius)
        {
            var around = radius * at.Scale;
            (left, top) = (MathF.Min(left, at.X - around), MathF.Min(top, at.Y - around));
            (right, bottom) = (MathF.Max(right, at.X + around), MathF.Max(bottom, at.Y + around));
        }
    }
}
