namespace Platform.Generation;

/// <summary>A job as it is stored.</summary>
internal sealed record StoredJob
{
    public required string Id { get; init; }

    public required string OwnerId { get; init; }

    public required string UserId { get; init; }

    public string? PackId { get; init; }

    public required JobOrder Order { get; init; }

    public JobState State { get; init; }

    public int Progress { get; init; }

    public long Revision { get; init; } = 1;

    public int Priority { get; init; }

    public required long Price { get; init; }

    /// <summary>How often it was begun: one that takes its process down with it must not do so for ever.</summary>
    public int Attempts { get; init; }

    /// <summary>It has ended, and its charge too.</summary>
    public bool IsSettled { get; init; }

    public JobResult? Result { get; init; }

    public string? Error { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public bool HasEnded => State >= JobState.Completed;

    /// <summary>What is charged for it in the end.</summary>
    public long Due => Result is { } delivered && State == JobState.Completed ? Prices.Of(Order, delivered) : 0;

    public Job ToView(int? position = null, double? seconds = null) => new(
        Id, OwnerId, UserId, State, Progress, Revision, Price, Order, Result, Error, CreatedAt, UpdatedAt, position, seconds);
}
