using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

internal static class Mascots
{
    public static readonly string[] Styles = ["kawaii", "cartoon", "flat", "pixel", "3d", "match_brand"];

    private const int MaxNameLength = 100;
    private const int MaxPromptLength = 4000;

    /// <summary>
    /// How long the request waits for a renderer that is quick: plugins show the picture only if it is in the answer. Well within the time after
    /// which they, and proxies, give up.
    /// </summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<Results<JsonHttpResult<MascotResponse>, JsonHttpResult<DryRunResponse>>> Create(
        Body<MascotRequest> body, Caller caller, Operation operation, JobViews views, IGrainFactory grains, TimeProvider clock, Serving serving, HttpContext context)
    {
        var order = Read(body.Value);
        var owner = await caller.OwnerAsync(body.Value.WorkspaceId, grains);
        return await context.Request.OrderAsync(owner.Id, [new NewJob(operation.Id, caller.AccountId, order)], grains, async jobs =>
        {
            var job = jobs[0];
            if (!IsAsync(context.Request)) job = await job.EndAsync(caller.AccountId, Wait, grains, clock, serving, context.RequestAborted);
            return TypedResults.Json(views.Mascot(job), Json.MascotResponse, statusCode: 201);
        });
    }

    public static async Task<JsonHttpResult<MascotsResponse>> List(HttpRequest request, Caller caller, JobViews views, IGrainFactory grains)
    {
        var check = new Validation();
        var page = Paging.Of(request, check);
        var fileId = Orders.FileId(request.Query["figmaFileId"], "query.figmaFileId", check);
        check.ThrowIfInvalid();
        var owner = await caller.OwnerAsync(request.Query["workspaceId"], grains);
        var found = await grains.GetGrain<IWorkshopGrain>(owner.Id).List(new JobQuery(JobKind.Mascot, SubjectId: null, fileId, page.Offset, page.Limit));
        return TypedResults.Json(new MascotsResponse([.. found.Items.Select(views.Mascot)], page.Meta(found.Total)), Json.MascotsResponse);
    }

    public static async Task<Results<JsonHttpResult<MascotResponse>, JobStream>> Get(
        string mascotId, HttpRequest request, Caller caller, JobViews views, IGrainFactory grains)
    {
        var job = await caller.FindAsync(mascotId, JobKind.Mascot, grains);
        if (EventStream.IsWanted(request)) return new JobStream(job, caller.AccountId, grains, views.EventJson);
        return TypedResults.Json(views.Mascot(job), Json.MascotResponse);
    }

    public static async Task<JsonHttpResult<MascotResponse>> Cancel(string mascotId, Caller caller, JobViews views, IGrainFactory grains) =>
        TypedResults.Json(views.Mascot(await caller.CancelAsync(mascotId, JobKind.Mascot, grains)), Json.MascotResponse, statusCode: 201);

    public static Task<JsonHttpResult<MessageOnly>> Delete(string mascotId, Caller caller, IGrainFactory grains) =>
        caller.DeleteAsync(mascotId, JobKind.Mascot, "Mascot deleted", grains);

    private static MascotOrder Read(MascotRequest request)
    {
        var check = new Validation();
        var order = new MascotOrder(
            check.Text(request.Name, "body.name", 1, MaxNameLength),
            check.Text(request.Prompt, "body.prompt", 1, MaxPromptLength),
            check.OneOf(request.Style, "body.style", Styles),
            string.IsNullOrEmpty(request.ReferenceImageUrl) ? null : Reference(request.ReferenceImageUrl, check),
            Orders.FileId(request.FigmaFileId, "body.figmaFileId", check));
        check.ThrowIfInvalid();
        return order;
    }

    private static string Reference(string address, Validation check) =>
        PictureUri.IsPicture(address) ? address : check.WebAddress(address, "body.referenceImageUrl");

    /// <summary>RFC 7240: the client would rather not wait.</summary>
    private static bool IsAsync(HttpRequest request) => request.Headers["Prefer"].Any(
        value => value?.Split(',').Any(part => part.Trim().Equals("respond-async", StringComparison.OrdinalIgnoreCase)) == true);
}
