using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>What all orders of this product share.</summary>
internal static class Orders
{
    private const int MaxFileIdLength = 200;

    private static MascotForgeJson Json => MascotForgeJson.Default;

    /// <summary>The actor of a job; what can be no id names nothing.</summary>
    public static IGenerationJobGrain Job(this IGrainFactory grains, string id, JobKind kind) =>
        grains.GetGrain<IGenerationJobGrain>(EntityId.Parse(id) ?? throw new RefusedException(NotFound(kind)));

    /// <summary>A job of this kind that the caller may see.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Job> FindAsync(this Caller caller, string id, JobKind kind, IGrainFactory grains)
    {
        var found = await grains.Job(id, kind).Get(caller.AccountId);
        return found.Value?.Kind == kind ? found.Value : throw new RefusedException(NotFound(kind));
    }

    /// <summary>A mascot that something can be made of.</summary>
    /// <exception cref="RefusedException">There is none, or it isn't done.</exception>
    public static async Task<Job> CompletedMascotAsync(this Caller caller, string id, IGrainFactory grains)
    {
        var mascot = await caller.FindAsync(id, JobKind.Mascot, grains);
        return mascot.State == JobState.Completed ? mascot : throw new RefusedException(MascotNotDone);
    }

    public static readonly Refusal MascotNotDone = new(RefusalKind.NotPossibleNow, "The mascot is not completed yet");

    public static Task<Outcome<AcceptedJobs>> OrderAsync(this IGrainFactory grains, string ownerId, params IReadOnlyList<NewJob> jobs) =>
        grains.GetGrain<IWorkshopGrain>(ownerId).Order(jobs);

    public static async Task<JsonHttpResult<DryRunResponse>> DryAsync(string ownerId, long credits, IGrainFactory grains) =>
        TypedResults.Json(DryRunResponse.Of(await DryRun.OfAsync(ownerId, credits, grains)), Json.DryRunResponse);

    /// <summary>All of a kind that an owner has, the newest first, a page at a time.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(string ownerId, JobKind kind, Func<Job, T> view, IGrainFactory grains)
    {
        var workshop = grains.GetGrain<IWorkshopGrain>(ownerId);
        for (var offset = 0; ; offset += Attachment.PageSize)
        {
            var page = await workshop.List(new JobQuery(kind, SubjectId: null, FileId: null, offset, Attachment.PageSize));
            foreach (var job in page.Items) yield return view(job);
            if (page.Items.Count < Attachment.PageSize) yield break;
        }
    }

    public static string? FileId(string? value, string field, Validation check) =>
        string.IsNullOrEmpty(value) ? null : check.Text(value, field, 1, MaxFileIdLength);

    public static Refusal NotFound(JobKind kind) => new(RefusalKind.NotFound, kind switch
    {
        JobKind.Mascot => "Mascot not found",
        JobKind.Animation => "Animation not found",
        _ => "Logo pack not found",
    });
}
