namespace Platform.Drawing.Figures.Bodies;

/// <summary>The proportions of a body. Factors are against an average adult; lengths are metres.</summary>
internal sealed record Build
{
    /// <summary>From the soles to the top of the head.</summary>
    public float Height { get; init; } = 1.75f;

    /// <summary>From the spine to a shoulder joint.</summary>
    public float Shoulder { get; init; } = 0.168f;

    /// <summary>From the middle to a hip joint.</summary>
    public float Hip { get; init; } = 0.092f;

    /// <summary>How thick limbs are.</summary>
    public float Girth { get; init; } = 1;

    /// <summary>How wide the rib cage is.</summary>
    public float Chest { get; init; } = 1;

    public float Waist { get; init; } = 1;

    public float Pelvis { get; init; } = 1;

    /// <summary>How far muscles stand out, from 0.</summary>
    public float Muscle { get; init; } = 0.5f;

    /// <summary>How far the belly stands out, in metres.</summary>
    public float Belly { get; init; }

    /// <summary>How full the chest is, from 0.</summary>
    public float Bust { get; init; }

    /// <summary>How round the jaw and cheeks are.</summary>
    public float Face { get; init; } = 1;

    /// <summary>How far the upper back is bent forward, in degrees.</summary>
    public float Stoop { get; init; }

    public static Build Of(FigureSpec spec)
    {
        var build = spec.BodyType switch
        {
            "slim" => new Build
            {
                Girth = 0.85f,
                Chest = 0.89f,
                Waist = 0.84f,
                Pelvis = 0.9f,
                Muscle = 0.3f,
                Shoulder = 0.158f,
                Face = 0.95f
            },
            "athletic" => new Build { Girth = 1.07f, Chest = 1.07f, Waist = 0.95f, Pelvis = 0.98f, Muscle = 1.15f, Shoulder = 0.184f },
            "curvy" => new Build
            {
                Girth = 1.14f,
                Chest = 1.06f,
                Waist = 1.04f,
                Pelvis = 1.24f,
                Muscle = 0.3f,
                Hip = 0.104f,
                Bust = 0.6f,
                Face = 1.05f,
                Belly = 0.008f
            },
            "heavyset" => new Build
            {
                Girth = 1.34f,
                Chest = 1.28f,
                Waist = 1.5f,
                Pelvis = 1.36f,
                Muscle = 0.3f,
                Shoulder = 0.184f,
                Hip = 0.112f,
                Belly = 0.07f,
                Face = 1.13f,
            },
            _ => new Build(),
        };
        build = spec.GenderPresentation switch
        {
            "feminine" => build with
            {
                Height = build.Height * 0.965f,
                Shoulder = build.Shoulder * 0.915f,
                Hip = build.Hip * 1.06f,
                Waist = build.Waist * 0.87f,
                Chest = build.Chest * 0.92f,
                Pelvis = build.Pelvis * 1.06f,
                Bust = build.Bust + 0.75f,
                Girth = build.Girth * 0.93f,
                Muscle = build.Muscle * 0.6f,
                Face = build.Face * 0.95f,
            },
            "masculine" => build with
            {
                Shoulder = build.Shoulder * 1.06f,
                Pelvis = build.Pelvis * 0.97f,
                Muscle = build.Muscle * 1.15f,
                Bust = build.Bust * 0.3f,
                Face = build.Face * 1.03f
            },
            _ => build with { Bust = build.Bust + 0.15f, Waist = build.Waist * 0.96f },
        };
        return spec.AgeRange switch
        {
            "young_adult" => build with { Girth = build.Girth * 0.97f, Waist = build.Waist * 0.96f },
            "middle_aged" => build with
            {
                Waist = build.Waist * 1.1f,
                Belly = build.Belly + 0.02f,
                Muscle = build.Muscle * 0.85f,
                Stoop = 3
            },
            "elderly" => build with
            {
                Height = build.Height * 0.95f,
                Girth = build.Girth * 0.92f,
                Waist = build.Waist * 1.08f,
                Belly = build.Belly + 0.02f,
                Muscle = build.Muscle * 0.5f,
                Stoop = 16,
                Shoulder = build.Shoulder * 0.97f,
            },
            _ => build,
        };
    }
}
