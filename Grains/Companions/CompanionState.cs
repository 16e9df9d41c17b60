namespace Platform.Companions;

/// <summary>All that a companion's actor keeps beside the log of messages.</summary>
[GenerateSerializer, Alias("platform.CompanionState")]
internal sealed record CompanionState
{
    [Id(0)] public string OwnerId { get; init; } = "";

    [Id(1)] public Persona Persona { get; init; } = null!;

    /// <summary>An address short enough to be kept at hand.</summary>
    [Id(2)] public string? AvatarUrl { get; init; }

    /// <summary>The avatar is a picture of its own, in <see cref="AvatarStore"/>.</summary>
    [Id(3)] public bool HasStoredAvatar { get; init; }

    /// <summary>The feelings at the last save; the log may hold later ones.</summary>
    [Id(4)] public Feelings Feelings { get; init; } = null!;

    [Id(5)] public DateTimeOffset CreatedAt { get; init; }

    [Id(6)] public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The last message that was there when the conversation was emptied.</summary>
    [Id(7)] public long ClearedThrough { get; init; }

    /// <summary>The care that she was given; null: none yet.</summary>
    [Id(8)] public IReadOnlyList<CareGiven>? Care { get; init; }

    /// <summary>By mission: the last user mission that was rewarded here.</summary>
    [Id(9)] public IReadOnlyDictionary<string, string>? Rewards { get; init; }

    /// <summary>When she may write first; null: never.</summary>
    [Id(10)] public AutonomySettings? Autonomy { get; init; }

    /// <summary>What the user has told her of themselves; null: nothing yet.</summary>
    [Id(11)] public Known? Known { get; init; }
}
