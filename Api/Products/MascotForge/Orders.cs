using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>What mascots, animations and logo packs share: how they are ordered, found, listed and ended.</summary>
internal static class Orders
{
    private const int MaxFileIdLength = 200;

    /// <summary>As many as a list of what was made of one mascot shows: nobody has more.</summary>
    private const int MaxMade = 1000;

    private static MascotForgeJson Json => MascotForgeJson.Default;

    /// <summary>Has jobs accepted, all or none, or only asks what they would cost.</summary>
    /// <param name="view">What the route answers for jobs that were accepted.</param>
    public static async Task<Results<JsonHttpResult<T>, JsonHttpResult<DryRunResponse>>> OrderAsync<T>(
        this HttpRequest request, string ownerId, IReadOnlyList<NewJob> jobs, IGrainFactory grains, Func<IReadOnlyList<Job>, Task<JsonHttpResult<T>>> view)
    {
        if (!DryRun.IsWanted(request))
            return await view((await grains.GetGrain<IWorkshopGrain>(ownerId).Order(jobs)).OrThrow().Jobs);
        var run = await DryRun.OfAsync(ownerId, jobs.Sum(job => Prices.Of(job.Order)), grains);
        return TypedResults.Json(DryRunResponse.Of(run), Json.DryRunResponse);
    }

    /// <summary>A job of this kind that the caller may see.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static async Task<Job> FindAsync(this Caller caller, string id, JobKind kind, IGrainFactory grains)
    {
        var found = (await Grain(id, kind, grains).Get(caller.AccountId)).Value;
        return found?.Kind == kind ? found : throw new RefusedException(Job.NotFound(kind));
    }

    /// <summary>What was made of a mascot that the caller may see, the newest first.</summary>
    public static async Task<IReadOnlyList<Job>> MadeOfAsync(this Caller caller, string mascotId, JobKind kind, IGrainFactory grains)
    {
        var mascot = await caller.FindAsync(mascotId, JobKind.Mascot, grains);
        return (await grains.GetGrain<IWorkshopGrain>(mascot.OwnerId).List(new JobQuery(kind, mascot.Id, FileId: null, 0, MaxMade))).Items;
    }

    /// <summary>The job as it is once it is cancelled.</summary>
    public static async Task<Job> CancelAsync(this Caller caller, string id, JobKind kind, IGrainFactory grains)
    {
        await caller.FindAsync(id, kind, grains);
        return (await Grain(id, kind, grains).Cancel(caller.AccountId)).OrThrow();
    }

    /// <param name="message">What is said when it is gone.</param>
    public static async Task<JsonHttpResult<MessageOnly>> DeleteAsync(
        this Caller caller, string id, JobKind kind, string message, IGrainFactory grains)
    {
        await caller.FindAsync(id, kind, grains);
        (await Grain(id, kind, grains).Delete(caller.AccountId)).OrThrow();
        return TypedResults.Json(new MessageOnly(message), Json.MessageOnly);
    }

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

    /// <summary>The actor of a job; what can be no id names nothing.</summary>
    private static IGenerationJobGrain Grain(string id, JobKind kind, IGrainFactory grains) =>
        grains.GetGrain<IGenerationJobGrain>(EntityId.Parse(id) ?? throw new RefusedException(Job.NotFound(kind)));
}
