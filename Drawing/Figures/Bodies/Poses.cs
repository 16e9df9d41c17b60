namespace Platform.Drawing.Figures.Bodies;

/// <summary>The poses that each word of the vocabulary can mean.</summary>
internal static class Poses
{
    private static readonly Limb Hanging = new(0.22f, -1, -0.04f, 0.06f, -1, 0.16f);
    private static readonly Limb OnHip = new Limb(0.85f, -0.85f, -0.25f, -0.95f, -0.42f, 0.35f) { Curl = 0.45f }.Ending(-0.5f, -0.45f,
        0.8f);
    private static readonly Limb Straight = new(0.1f, -1, 0.02f, 0.03f, -1, -0.05f);
    private static readonly Limb Relaxed = new Limb(0.24f, -1, 0.22f, 0.1f, -1, -0.22f).Ending(0.55f, -0.05f, 1);
    private static readonly Limb Level = new Limb(0.22f, -0.08f, 1, 0.05f, -1, 0.02f);

    private static readonly Dictionary<string, FigurePose[]> Of = new()
    {
        ["standing"] =
        [
            new() { Pelvis = new(0, 4, -5), Chest = new(-2, -3, 4), Head = new(2, 12, -3), LeftArm = Hanging,
                RightArm = new Limb(0.2f, -1, -0.12f, 0.02f, -1, 0.3f), LeftLeg = Straight, RightLeg = Relaxed },
            new() { Pelvis = new(0, -6, 5), Chest = new(-3, 6, -5), Head = new(-2, -16, 4), LeftArm = OnHip, RightArm = Hanging,
                LeftLeg = Relaxed, RightLeg = Straight },
            new() { Chest = new(-4, 0, 0), Head = new(-3, 0, 0), LeftArm = OnHip, RightArm = OnHip,
                LeftLeg = new(0.26f, -1, 0, 0.14f, -1, 0), RightLeg = new(0.26f, -1, 0, 0.14f, -1, 0) },
            new() { Pelvis = new(0, 10, -4), Chest = new(4, 4, 3), Head = new(10, -14, -4),
                LeftArm = new Limb(0.12f, -1, 0.2f, -0.95f, 0.02f, 0.5f) { Curl = 0.5f },
                RightArm = new Limb(0.1f, -1, 0.35f, -0.35f, 0.95f, 0.45f) { Curl = 0.6f }, LeftLeg = Straight, RightLeg = Relaxed },
        ],
        ["walking"] =
        [
            new() { Pelvis = new(3, 8, 0), Chest = new(4, -8, 0), LeftArm = new(0.15f, -1, -0.5f, 0.05f, -1, 0.05f),
                RightArm = new(0.15f, -1, 0.35f, -0.05f, -0.9f, 0.75f),
                LeftLeg = new Limb(0.06f, -1, 0.5f, 0.03f, -1, 0.18f).Ending(0.1f, 0.25f, 1),
                RightLeg = new Limb(0.05f, -1, -0.2f, 0.02f, -0.85f, -0.65f).Ending(0.05f, -0.75f, 0.65f), SeenFrom = 35 },
        ],
        ["sitting"] =
        [
            new() { Seated = true, Pelvis = new(-4, 0, 0), Chest = new(3, 0, 0), Head = new(0, 14, 0),
                LeftArm = new(0.22f, -1, 0.3f, -0.08f, -0.42f, 1), RightArm = new(0.22f, -1, 0.3f, -0.08f, -0.42f, 1), LeftLeg = Level,
                RightLeg = new Limb(0.3f, -0.08f, 1, 0.1f, -1, -0.1f), SeenFrom = 32 },
            new() { Seated = true, Pelvis = new(12, 0, 0), Chest = new(34, 0, 0), Head = new(10, -8, 4),
                LeftArm = new(0.05f, -0.85f, 0.75f, -0.28f, -0.35f, 1),
                RightArm = new Limb(0.15f, -0.7f, 0.8f, -0.4f, 0.9f, 0.12f) { Curl = 0.85f },
                LeftLeg = new(0.3f, -0.06f, 1, 0.06f, -1, 0.06f), RightLeg = new(0.3f, -0.06f, 1, 0.1f, -1, -0.18f), SeenFrom = 48 },
            new() { Pelvis = new(-26, 0, 0), Chest = new(-16, 0, 0), Head = new(2, 20, 0),
                LeftArm = new Limb(0.3f, -1, -0.55f, 0.12f, -1, -0.25f).Ending(0.4f, -0.25f, -0.9f).Facing(0, -1, 0),
                RightArm = new Limb(0.3f, -1, -0.55f, 0.12f, -1, -0.25f).Ending(0.4f, -0.25f, -0.9f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.16f, 0.8f, 0.95f, 0.02f, -1, 0.55f).Ending(0.1f, -0.5f, 1),
                RightLeg = new Limb(0.28f, 0.02f, 1, 0.06f, -0.04f, 1).Ending(0.3f, 0.9f, 0.35f), SeenFrom = 62 },
            new() { Pelvis = new(-4, 0, 0), Chest = new(6, 0, 0), Head = new(6, 0, 0), LeftArm = new(0.45f, -1, 0.3f, -0.05f, -0.65f, 1),
                RightArm = new(0.45f, -1, 0.3f, -0.05f, -0.65f, 1), LeftLeg = new Limb(0.85f, 0.06f, 0.75f, -1, -0.2f, 0.06f).Ending(-0.5f,
                -0.1f, 0.5f), RightLeg = new Limb(0.85f, 0.06f, 0.75f, -1, -0.2f, 0.3f).Ending(-0.5f, -0.1f, 0.5f), SeenFrom = 15 },
        ],
        ["action"] =
        [
            new() { Pelvis = new(6, -28, 0), Chest = new(10, -52, 0), Head = new(0, 0, 0),
                LeftArm = new Limb(0.04f, 0.02f, 1, -0.02f, 0.04f, 1) { Curl = 1 },
                RightArm = new Limb(0.55f, -0.75f, -0.35f, -0.25f, 0.35f, 1) { Curl = 1 },
                LeftLeg = new Limb(0.25f, -0.7f, 0.75f, 0.05f, -1, 0.08f),
                RightLeg = new Limb(0.3f, -0.9f, -0.6f, 0.15f, -0.8f, -0.7f).Ending(0.5f, -0.4f, 0.8f), SeenFrom = -52 },
            new() { Pelvis = new(-8, 42, 0), Chest = new(-14, 68, -6), Head = new(0, 8, 0),
                LeftArm = new Limb(0.45f, 0.25f, 0.9f, 0.15f, 0.35f, 1),
                RightArm = new Limb(0.75f, 0.4f, -0.75f, -0.15f, 0.95f, -0.15f) { Curl = 0.8f },
                LeftLeg = new Limb(0.15f, -0.45f, 0.95f, 0.02f, -0.95f, 0.4f).Ending(0, 0.35f, 1),
                RightLeg = new Limb(0.2f, -0.95f, -0.3f, 0.1f, -0.92f, -0.4f).Ending(0.6f, -0.3f, 0.6f), SeenFrom = -58 },
            new() { Pelvis = new(-18, -10, 24), Chest = new(-12, -20, 34), Head = new(0, 14, 8),
                LeftArm = new Limb(0.5f, -0.8f, 0.2f, -0.25f, 0.35f, 0.9f) { Curl = 1 },
                RightArm = new Limb(0.75f, -0.5f, -0.2f, 0.35f, -0.7f, 0.5f) { Curl = 1 },
                LeftLeg = new(0.02f, -1, 0.06f, 0.04f, -1, -0.12f), RightLeg = new Limb(1, 0.34f, 0.3f, 1, 0.42f, 0.32f).Ending(0.5f, 0.7f,
                0.4f), SeenFrom = 8 },
            new() { Pelvis = new(8, 14, 0), Chest = new(4, 24, -6), Head = new(0, -4, 0),
                LeftArm = new Limb(0.4f, 0.95f, 0.12f, -0.72f, 0.7f, -0.3f) { Curl = 0.95f },
                RightArm = new Limb(0.45f, 0.95f, 0.15f, -0.6f, 0.7f, -0.35f) { Curl = 0.95f },
                LeftLeg = new(0.4f, -0.75f, 0.65f, 0.08f, -1, 0.05f), RightLeg = new Limb(0.42f, -0.9f, -0.4f, 0.22f, -0.8f,
                -0.55f).Ending(0.6f, -0.35f, 0.7f), SeenFrom = 24 },
            new() { Pelvis = new(0, -60, 0), Chest = new(-4, -78, 0), Head = new(0, -6, 0),
                LeftArm = new Limb(0.08f, 0.06f, 1, -0.02f, 0.05f, 1) { Curl = 0.9f },
                RightArm = new Limb(0.8f, 0.3f, -0.6f, -0.85f, -0.02f, 0.55f) { Curl = 0.9f },
                LeftLeg = new(0.2f, -1, 0.42f, 0.06f, -1, 0.1f), RightLeg = new Limb(0.25f, -1, -0.38f, 0.12f, -1, -0.2f).Ending(0.8f, 0,
                0.5f), SeenFrom = -64 },
        ],
        ["reclining"] =
        [
            new() { Pelvis = new(-58, 0, 0), Chest = new(-40, 0, 0), Head = new(-12, 14, 0),
                LeftArm = new Limb(0.25f, -1, -0.5f, 0.2f, -0.4f, 0.8f).Facing(0, -1, 0),
                RightArm = new Limb(0.25f, -1, -0.5f, 0.2f, -0.4f, 0.8f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.1f, 0.72f, 0.8f, 0, -0.9f, 0.75f).Ending(0, -0.3f, 1),
                RightLeg = new Limb(0.14f, -0.02f, 1, 0.05f, -0.06f, 1).Ending(0.35f, 0.75f, 0.5f), SeenFrom = 74 },
            new() { Pelvis = new(0, -8, -82), Chest = new(2, -6, -50), Head = new(0, 0, -22),
                LeftArm = new Limb(-0.3f, -0.2f, 1, -0.3f, -0.75f, 0.6f).Facing(0, -1, 0),
                RightArm = new Limb(0.45f, -1, 0.2f, 0.5f, -0.12f, 0.8f).Facing(0, -1, 0),
                LeftLeg = new Limb(-0.72f, 0.34f, 0.8f, -0.75f, -0.72f, -0.3f).Ending(-0.6f, -0.3f, 0.6f),
                RightLeg = new Limb(1, -0.02f, 0.12f, 1, -0.05f, -0.25f).Ending(0.75f, 0.1f, 0.75f), SeenFrom = 4 },
            new() { Pelvis = new(-66, 0, 0), Chest = new(-52, -6, 0), Head = new(-26, 24, 0),
                LeftArm = new Limb(0.4f, 0.75f, -0.6f, -0.6f, 0.35f, -0.75f),
                RightArm = new Limb(0.3f, -1, -0.45f, 0.3f, -0.35f, 0.7f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.12f, 0.9f, 0.65f, 0.02f, -1, 0.6f).Ending(0, -0.4f, 1),
                RightLeg = new Limb(0.35f, 0.5f, 0.85f, -0.2f, -0.62f, 0.9f).Ending(0, -0.2f, 1), SeenFrom = 70 },
        ],
        ["gesture"] =
        [
            new() { Pelvis = new(0, 4, -4), Chest = new(-4, 8, 3), Head = new(-2, 20, 0),
                LeftArm = new Limb(0.9f, 0.1f, 0.5f, 0.85f, 0.25f, 0.45f) { Curl = 0.1f }.Facing(0, 1, 0.3f), RightArm = OnHip,
                LeftLeg = Straight, RightLeg = Relaxed, SeenFrom = 8 },
            new() { Pelvis = new(0, -4, 3), Chest = new(-2, 0, -3), Head = new(-4, -10, 5),
                LeftArm = new Limb(0.72f, 0.25f, 0.2f, 0.25f, 1, 0.1f) { Curl = 0.05f }.Facing(0, 0, 1), RightArm = Hanging,
                LeftLeg = Relaxed, RightLeg = Straight },
            new() { Pelvis = new(-2, 0, 0), Chest = new(-8, 0, 0), Head = new(-14, 0, 0),
                LeftArm = new Limb(0.95f, -0.35f, 0.35f, 0.8f, 0.35f, 0.6f) { Curl = 0.12f }.Facing(0, 1, 0.4f),
                RightArm = new Limb(0.95f, -0.35f, 0.35f, 0.8f, 0.35f, 0.6f) { Curl = 0.12f }.Facing(0, 1, 0.4f),
                LeftLeg = new(0.2f, -1, 0.04f, 0.1f, -1, 0), RightLeg = new(0.2f, -1, 0, 0.1f, -1, -0.05f) },
            new() { Pelvis = new(2, 8, -4), Chest = new(6, 16, 4), Head = new(-4, 14, -3),
                LeftArm = new Limb(0.45f, 0.62f, 0.75f, 0.2f, 0.85f, 0.6f) { Curl = 0.1f },
                RightArm = new Limb(0.3f, -0.75f, 0.1f, -0.9f, 0.25f, 0.5f) { Curl = 0.35f },
                LeftLeg = new(0.2f, -0.95f, 0.35f, 0.06f, -1, 0.06f), RightLeg = new Limb(0.2f, -0.98f, -0.25f, 0.1f, -0.95f,
                -0.35f).Ending(0.5f, -0.5f, 0.8f), SeenFrom = 26 },
        ],
        ["crouching"] =
        [
            new() { Pelvis = new(26, 0, 0), Chest = new(38, 0, 0), Head = new(4, 8, 0),
                LeftArm = new(0.3f, -0.75f, 0.7f, -0.45f, -0.15f, 0.95f), RightArm = new(0.3f, -0.75f, 0.7f, -0.45f, -0.3f, 0.95f),
                LeftLeg = new Limb(0.42f, 0.12f, 0.95f, 0.02f, -0.95f, -0.42f).Ending(0.35f, -0.2f, 1),
                RightLeg = new Limb(0.42f, 0.12f, 0.95f, 0.02f, -0.95f, -0.42f).Ending(0.35f, -0.2f, 1), SeenFrom = 42 },
            new() { Pelvis = new(4, 0, 0), Chest = new(12, -6, 0), Head = new(2, 10, 0),
                LeftArm = new Limb(0.2f, -0.8f, 0.6f, -0.4f, -0.15f, 0.9f), RightArm = new Limb(0.35f, -1, 0.12f, 0.05f, -1, 0.25f),
                LeftLeg = new Limb(0.2f, -0.04f, 1, 0.04f, -1, 0.08f), RightLeg = new Limb(0.14f, -1, 0.06f, 0.05f, -0.06f, -1).Ending(0,
                -0.9f, -0.3f), SeenFrom = 46 },
            new() { Pelvis = new(62, 0, 0), Chest = new(58, 0, 0), Head = new(14, 0, 0),
                LeftArm = new Limb(0.2f, -1, 0.3f, 0.1f, -1, 0.12f).Ending(0.2f, -0.45f, 0.8f).Facing(0, -1, -0.4f),
                RightArm = new Limb(0.2f, -1, 0.3f, 0.1f, -1, 0.12f).Ending(0.2f, -0.45f, 0.8f).Facing(0, -1, -0.4f),
                LeftLeg = new Limb(0.1f, -0.55f, 0.85f, 0.04f, -0.6f, -0.8f).Ending(0, -0.9f, 0.4f),
                RightLeg = new Limb(0.1f, -0.92f, 0.3f, 0.04f, -0.32f, -0.95f).Ending(0, -0.95f, 0.1f), SeenFrom = 64 },
        ],
        ["jumping"] =
        [
            new() { Lift = 0.36f, Chest = new(-6, 0, 0), Head = new(-10, 0, 0),
                LeftArm = new Limb(0.8f, 0.85f, 0.1f, 0.5f, 0.95f, 0) { Curl = 0.1f }.Facing(0, 0, 1),
                RightArm = new Limb(0.8f, 0.85f, 0.1f, 0.5f, 0.95f, 0) { Curl = 0.1f }.Facing(0, 0, 1),
                LeftLeg = new Limb(0.7f, -0.9f, 0.05f, 0.5f, -1, -0.2f).Ending(0.6f, -0.8f, 0.4f),
                RightLeg = new Limb(0.7f, -0.9f, 0.05f, 0.5f, -1, -0.2f).Ending(0.6f, -0.8f, 0.4f), SeenFrom = 6 },
            new() { Lift = 0.34f, Pelvis = new(4, 0, 0), Chest = new(-6, 0, 0), Head = new(-6, 4, 0),
                LeftArm = new Limb(0.9f, 0.28f, 0.4f, 0.8f, 0.4f, 0.4f) { Curl = 0.1f },
                RightArm = new Limb(0.95f, 0.18f, -0.35f, 0.9f, 0.1f, -0.3f) { Curl = 0.1f },
                LeftLeg = new Limb(0.08f, -0.06f, 1, 0.03f, 0.02f, 1).Ending(0, -0.25f, 1),
                RightLeg = new Limb(0.1f, -0.28f, -1, 0.04f, -0.06f, -1).Ending(0, -0.1f, -1), SeenFrom = 72 },
            new() { Lift = 0.4f, Pelvis = new(10, 0, 0), Chest = new(16, 0, 0), Head = new(-2, 6, 0),
                LeftArm = new Limb(0.75f, 0.5f, 0.3f, 0.35f, 0.7f, 0.6f), RightArm = new Limb(0.75f, 0.5f, 0.3f, 0.35f, 0.7f, 0.6f),
                LeftLeg = new Limb(0.2f, 0.12f, 1, 0.02f, -0.9f, -0.6f).Ending(0, -0.7f, 0.5f),
                RightLeg = new Limb(0.2f, -0.1f, 1, 0.02f, -0.7f, -0.9f).Ending(0, -0.9f, 0.2f), SeenFrom = 48 },
            new() { Lift = 0.3f, Pelvis = new(-8, 6, 0), Chest = new(-14, 12, 0), Head = new(-16, 0, 0),
                LeftArm = new Limb(0.2f, 1, 0.3f, 0.1f, 1, 0.2f) { Curl = 0.9f },
                RightArm = new Limb(0.4f, -0.85f, -0.3f, 0.1f, -0.4f, 0.85f) { Curl = 0.9f },
                LeftLeg = new Limb(0.12f, -1, -0.25f, 0.05f, -0.9f, -0.5f).Ending(0, -1, 0.2f),
                RightLeg = new Limb(0.2f, -0.12f, 1, 0.03f, -1, -0.3f).Ending(0, -0.75f, 0.6f), SeenFrom = 40 },
        ],
        ["running"] =
        [
            new() { Lift = 0.03f, Pelvis = new(10, 8, 0), Chest = new(14, -12, 0), Head = new(2, 0, 0),
                LeftArm = new Limb(0.25f, -0.75f, -0.75f, -0.05f, -0.5f, 0.85f) { Curl = 0.8f },
                RightArm = new Limb(0.2f, -0.75f, 0.5f, -0.3f, 0.75f, 0.75f) { Curl = 0.8f },
                LeftLeg = new Limb(0.06f, -0.3f, 1, 0.03f, -0.95f, -0.25f).Ending(0, -0.15f, 1),
                RightLeg = new Limb(0.06f, -0.85f, -0.5f, 0.03f, -0.65f, -0.9f).Ending(0, -0.95f, 0.1f), SeenFrom = 62 },
            new() { Pelvis = new(8, -8, 0), Chest = new(10, 12, 0), Head = new(0, 0, 0),
                LeftArm = new Limb(0.2f, -0.75f, 0.5f, -0.25f, 0.7f, 0.8f) { Curl = 0.8f },
                RightArm = new Limb(0.25f, -0.75f, -0.75f, -0.05f, -0.45f, 0.85f) { Curl = 0.8f },
                LeftLeg = new Limb(0.05f, -1, 0.1f, 0.02f, -0.98f, -0.2f).Ending(0, -0.12f, 1),
                RightLeg = new Limb(0.08f, -0.75f, 0.6f, 0.02f, -0.28f, -1).Ending(0, -0.9f, -0.35f), SeenFrom = 74 },
            new() { Pelvis = new(22, 10, 0), Chest = new(30, -10, 0), Head = new(8, 0, 0),
                LeftArm = new Limb(0.25f, -0.6f, -0.9f, -0.05f, -0.8f, 0.3f) { Curl = 0.8f },
                RightArm = new Limb(0.2f, -0.8f, 0.6f, -0.25f, 0.6f, 0.8f) { Curl = 0.8f },
                LeftLeg = new Limb(0.08f, -0.5f, 0.95f, 0.03f, -0.9f, -0.5f).Ending(0, -0.4f, 1),
                RightLeg = new Limb(0.06f, -0.8f, -0.7f, 0.03f, -0.8f, -0.7f).Ending(0, -0.95f, 0.45f), SeenFrom = 48 },
        ],
        ["lying"] =
        [
            new() { Pelvis = new(-90, 0, 0), Chest = new(-88, 0, 0), Head = new(-84, 12, 0),
                LeftArm = new Limb(0.8f, -0.1f, -0.3f, 0.6f, -0.06f, 0.6f).Facing(0, 1, 0),
                RightArm = new Limb(0.7f, -0.06f, 0.5f, 0.2f, 0.05f, 0.9f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.16f, 0, 1, 0.08f, -0.02f, 1).Ending(0.5f, 0.85f, 0.3f),
                RightLeg = new Limb(0.22f, 0.62f, 0.8f, 0.1f, -0.8f, 0.75f).Ending(0.1f, -0.4f, 1), SeenFrom = 68 },
            new() { Pelvis = new(90, 0, 0), Chest = new(84, 0, 0), Head = new(70, 0, 0),
                LeftArm = new Limb(0.75f, -0.3f, 0.6f, -0.6f, -0.1f, 0.7f).Facing(0, -1, 0),
                RightArm = new Limb(0.75f, -0.3f, 0.6f, -0.6f, -0.1f, 0.7f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.16f, -0.03f, -1, 0.1f, 0, -1).Ending(0.3f, -0.3f, -1),
                RightLeg = new Limb(0.2f, -0.03f, -1, 0.1f, 0.75f, -0.65f).Ending(0, 0.9f, 0.3f), SeenFrom = 64 },
            new() { Pelvis = new(0, 0, -90), Chest = new(8, 0, -86), Head = new(6, 0, -78),
                LeftArm = new Limb(-0.2f, -0.35f, 1, -0.55f, -0.3f, 0.6f), RightArm = new Limb(-0.5f, -0.2f, 0.9f, -0.75f, -0.02f, 0.45f),
                LeftLeg = new Limb(-0.5f, -0.1f, 0.85f, -0.8f, -0.12f, -0.6f).Ending(-0.6f, 0, 0.5f),
                RightLeg = new Limb(0.75f, -0.02f, 0.66f, 0.75f, 0, -0.7f).Ending(0.6f, 0, 0.5f), SeenFrom = 6 },
        ],
        ["foreshortened"] =
        [
            new() { Pelvis = new(10, -20, 0), Chest = new(18, -34, 0), Head = new(2, 6, 0),
                LeftArm = new Limb(0, 0.02f, 1, -0.06f, 0.1f, 1) { Curl = 1 },
                RightArm = new Limb(0.6f, -0.7f, -0.4f, -0.1f, 0.3f, 0.9f) { Curl = 1 }, LeftLeg = new(0.3f, -0.7f, 0.7f, 0.06f, -1, 0.04f),
                RightLeg = new Limb(0.35f, -0.9f, -0.6f, 0.15f, -0.8f, -0.6f).Ending(0.5f, -0.4f, 0.8f) },
            new() { Pelvis = new(24, 0, 0), Chest = new(34, 12, 0), Head = new(-4, 0, 0),
                LeftArm = new Limb(0.4f, -0.7f, -0.6f, 0.2f, -0.6f, -0.3f),
                RightArm = new Limb(-0.05f, 0.1f, 1, 0.05f, 0.14f, 1) { Curl = 0.12f }.Facing(0.1f, -0.35f, 1).Ending(0.05f, 0.75f, 0.7f),
                LeftLeg = new(0.2f, -0.9f, 0.4f, 0.05f, -1, -0.1f), RightLeg = new Limb(0.2f, -0.9f, -0.5f, 0.1f, -0.85f,
                -0.5f).Ending(0.3f, -0.6f, 0.8f) },
            new() { Pelvis = new(-84, 0, 0), Chest = new(-76, 0, 0), Head = new(-40, 0, 0),
                LeftArm = new Limb(0.9f, -0.3f, -0.2f, 0.5f, -0.1f, 0.8f).Facing(0, -1, 0),
                RightArm = new Limb(0.9f, -0.3f, -0.2f, 0.5f, -0.1f, 0.8f).Facing(0, -1, 0),
                LeftLeg = new Limb(0.22f, 0.02f, 1, 0.1f, 0, 1).Ending(0.3f, 0.95f, 0.25f),
                RightLeg = new Limb(0.2f, 0.6f, 0.8f, 0.06f, -0.85f, 0.75f).Ending(0.05f, -0.4f, 1), SeenFrom = 6 },
        ],
        ["ballet"] =
        [
            new() { Pelvis = new(18, 0, 0), Chest = new(-4, 0, 0), Head = new(-6, 10, 0),
                LeftArm = new Limb(0.25f, 0.35f, 1, 0.02f, 0.35f, 1) { Curl = 0.15f },
                RightArm = new Limb(1, 0.1f, -0.2f, 0.9f, 0, -0.25f) { Curl = 0.15f },
                LeftLeg = new Limb(0.04f, -1, 0.02f, 0.02f, -1, -0.06f).Ending(0.1f, -1, 0.22f),
                RightLeg = new Limb(0.12f, 0.12f, -1, 0.06f, 0.3f, -1).Ending(0, 0.35f, -1), SeenFrom = 70 },
            new() { Chest = new(-6, 0, 5), Head = new(-2, 14, 8), LeftArm = new Limb(0.5f, 0.9f, 0.22f, -0.42f, 0.9f,
                0.15f) { Curl = 0.15f }, RightArm = new Limb(0.5f, 0.9f, 0.22f, -0.42f, 0.9f, 0.15f) { Curl = 0.15f },
                LeftLeg = new Limb(0.05f, -1, 0.02f, 0.02f, -1, -0.04f).Ending(0.3f, -1, 0.2f),
                RightLeg = new Limb(0.85f, -0.42f, 0.2f, -0.85f, -0.55f, 0.08f).Ending(-0.4f, -1, 0.1f), SeenFrom = 10 },
        ],
        ["reading"] =
        [
            new() { Seated = true, Pelvis = new(-2, 0, 0), Chest = new(10, 0, 0), Head = new(24, 0, 0),
                LeftArm = new Limb(0.2f, -1, 0.35f, -0.4f, 0.3f, 0.9f) { Curl = 0.6f }.Facing(0, 0.6f, -0.8f),
                RightArm = new Limb(0.2f, -1, 0.35f, -0.4f, 0.3f, 0.9f) { Curl = 0.6f }.Facing(0, 0.6f, -0.8f), LeftLeg = Level,
                RightLeg = new Limb(0.3f, -0.08f, 1, 0.1f, -1, -0.1f), SeenFrom = 36 },
        ],
    };

    private static readonly Dictionary<string, string[]> OfTheme = new()
    {
        ["sport"] = ["action:1", "running:0", "running:1", "jumping:3", "running:2"],
        ["ballet"] = ["ballet:0", "ballet:1", "jumping:1"],
        ["fantasy"] = ["action:3", "gesture:3", "action:4", "standing:2"],
        ["martial_arts"] = ["action:0", "action:2", "foreshortened:0"],
        ["daily_life"] = ["walking:0", "reading:0", "standing:3", "sitting:0", "gesture:1"],
    };

    /// <summary>The pose that is meant; <paramref name="variant"/> chooses among those that the words leave open.</summary>
    public static FigurePose Choose(string? pose, string? theme, int variant)
    {
        if (pose is not null && !(pose == "jumping" && theme == "ballet"))
        {
            var fitting = Of.GetValueOrDefault(pose) ?? Of["standing"];
            return fitting[variant % fitting.Length];
        }

        if (theme is null || !OfTheme.TryGetValue(theme, out var names)) return Of["standing"][variant % Of["standing"].Length];
        var chosen = pose is null ? names[variant % names.Length] : "jumping:1";
        var colon = chosen.IndexOf(':', StringComparison.Ordinal);
        return Of[chosen[..colon]][int.Parse(chosen.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture)];
    }

    /// <summary>How many different poses there are for these words.</summary>
    public static int Count(string? pose, string? theme) =>
        pose is not null ? (Of.GetValueOrDefault(pose) ?? Of["standing"]).Length : theme is not null
            && OfTheme.TryGetValue(theme, out var names) ? names.Length : Of["standing"].Length;
}
