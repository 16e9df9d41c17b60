namespace Platform.Generation;

/// <summary>What a job makes.</summary>
public enum JobKind
{
    /// <summary>A mascot in three pictures; the job's id is the mascot's.</summary>
    Mascot,

    /// <summary>One action of a mascot.</summary>
    Animation,

    /// <summary>Logos of a mascot in fifteen sizes.</summary>
    LogoPack,

    /// <summary>One to four reference figures.</summary>
    Figures,
}

/// <summary>How far a job is. From <see cref="Completed"/> on nothing changes any more.</summary>
public enum JobState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It is being drawn.</summary>
    Generating,

    /// <summary>It is drawn; files are encoded and stored.</summary>
    Processing,

    Completed,
    Failed,
    Cancelled,
}

/// <summary>A job as its owner may see it.</summary>
/// <param name="OwnerId">Whose it is, and who pays: an account or a workspace.</param>
/// <param name="UserId">Who asked for it.</param>
/// <param name="Progress">0 to 100; it only rises.</param>
/// <param name="Revision">Rises with every change, so that who has a newer one drops an older.</param>
/// <param name="Price">What it costs if all that was asked for is delivered, in the wallet's units.</param>
/// <param name="Result">Null until it is completed.</param>
/// <param name="Error">Why it failed, in a sentence for its owner.</param>
/// <param name="QueuePosition">How many have their turn before it; null: it doesn't wait, or nobody knows just now.</param>
/// <param name="EstimatedSeconds">Until it ends, if all goes as usual; null: as above.</param>
[GenerateSerializer, Immutable, Alias("platform.Job")]
public sealed record Job(
    [property: Id(0)] string Id,
    [property: Id(1)] string OwnerId,
    [property: Id(2)] string UserId,
    [property: Id(3)] JobState State,
    [property: Id(4)] int Progress,
    [property: Id(5)] long Revision,
    [property: Id(6)] long Price,
    [property: Id(7)] JobOrder Order,
    [property: Id(8)] JobResult? Result,
    [property: Id(9)] string? Error,
    [property: Id(10)] DateTimeOffset CreatedAt,
    [property: Id(11)] DateTimeOffset UpdatedAt,
    [property: Id(12)] int? QueuePosition = null,
    [property: Id(13)] double? EstimatedSeconds = null)
{
    public JobKind Kind => Order.Kind;

    public bool HasEnded => State >= JobState.Completed;

    /// <summary>There is no such job that whoever asks may see.</summary>
    /// <param name="kind">What was asked for; null: nobody knows.</param>
    public static Refusal NotFound(JobKind? kind) => new(RefusalKind.NotFound, kind switch
    {
        JobKind.Mascot => "Mascot not found",
        JobKind.Animation => "Animation not found",
        JobKind.LogoPack => "Logo pack not found",
        _ => "Job not found",
    });
}

/// <summary>A job that its owner asks for.</summary>
/// <param name="Id">Made by the caller: a repeat under the same id is the same job.</param>
/// <param name="PackId">Names those that are accepted all or not at all; null: it stands alone.</param>
[GenerateSerializer, Immutable, Alias("platform.NewJob")]
public sealed record NewJob(
    [property: Id(0)] string Id, [property: Id(1)] string UserId, [property: Id(2)] JobOrder Order, [property: Id(3)] string? PackId = null);
