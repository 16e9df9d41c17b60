using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

internal static class Animations
{
    /// <summary>In the order of the default pack.</summary>
    public static readonly string[] Actions = ["wave", "celebrate", "think", "sleep", "sad", "exercise", "backflip", "dance", "jump", "idle"];

    private const int DefaultResolution = 360;

    private static readonly int[] Resolutions = [128, 240, 360, 480, 720];

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<Results<JsonHttpResult<AnimationResponse>, JsonHttpResult<DryRunResponse>>> Create(
        string mascotId, Body<AnimationRequest> body, Caller caller, Operation operation, JobViews views, IGrainFactory grains, HttpRequest request)
    {
        var check = new Validation();
        var action = check.OneOf(body.Value.Action, "body.action", Actions);
        var resolution = Resolution(body.Value.Resolution, check);
        var fileId = Orders.FileId(body.Value.FigmaFileId, "body.figmaFileId", check);
        check.ThrowIfInvalid();

        var mascot = await caller.FindAsync(mascotId, JobKind.Mascot, grains);
        var order = new AnimationOrder(mascot.Id, action, resolution, fileId);
        return await request.OrderAsync(mascot.OwnerId, [new NewJob(operation.Id, caller.AccountId, order)], grains, jobs =>
            Task.FromResult(TypedResults.Json(views.Animation(jobs[0]), Json.AnimationResponse, statusCode: 201)));
    }

    /// <summary>Ten actions, all or none.</summary>
    public static async Task<Results<JsonHttpResult<DefaultPackResponse>, JsonHttpResult<DryRunResponse>>> CreatePack(
        string mascotId, OptionalBody<DefaultPackRequest> body, Caller caller, Operation operation, JobViews views, IGrainFactory grains, HttpRequest request)
    {
        var check = new Validation();
        var resolution = Resolution(body.Value?.Resolution, check);
        var fileId = Orders.FileId(body.Value?.FigmaFileId, "body.figmaFileId", check);
        check.ThrowIfInvalid();

        var mascot = await caller.FindAsync(mascotId, JobKind.Mascot, grains);
        var orders = Actions.Select((action, index) => new NewJob(
            PackedId(operation.Id, index), caller.AccountId, new AnimationOrder(mascot.Id, action, resolution, fileId), operation.Id)).ToList();
        return await request.OrderAsync(mascot.OwnerId, orders, grains, jobs => Task.FromResult(TypedResults.Json(
            new DefaultPackResponse([.. jobs.Select(views.Animation)], jobs.Sum(job => job.Price)), Json.DefaultPackResponse, statusCode: 201)));
    }

    public static async Task<JsonHttpResult<AnimationsResponse>> List(string mascotId, Caller caller, JobViews views, IGrainFactory grains)
    {
        var made = await caller.MadeOfAsync(mascotId, JobKind.Animation, grains);
        return TypedResults.Json(new AnimationsResponse([.. made.Select(views.Animation)]), Json.AnimationsResponse);
    }

    public static async Task<JsonHttpResult<AnimationResponse>> Get(string animationId, Caller caller, JobViews views, IGrainFactory grains) =>
        TypedResults.Json(views.Animation(await caller.FindAsync(animationId, JobKind.Animation, grains)), Json.AnimationResponse);

    public static async Task<Results<JsonHttpResult<JobStatusResponse>, JobStream>> Status(
        string animationId, HttpRequest request, Caller caller, JobViews views, IGrainFactory grains)
    {
        var job = await caller.FindAsync(animationId, JobKind.Animation, grains);
        if (EventStream.IsWanted(request)) return new JobStream(job, caller.AccountId, grains, views.EventJson);
        return TypedResults.Json(JobViews.Status(job), Json.JobStatusResponse);
    }

    public static async Task<JsonHttpResult<AnimationResponse>> Cancel(string animationId, Caller caller, JobViews views, IGrainFactory grains) =>
        TypedResults.Json(views.Animation(await caller.CancelAsync(animationId, JobKind.Animation, grains)), Json.AnimationResponse, statusCode: 201);

    public static Task<JsonHttpResult<MessageOnly>> Delete(string animationId, Caller caller, IGrainFactory grains) =>
        caller.DeleteAsync(animationId, JobKind.Animation, "Animation deleted", grains);

    private static int Resolution(int? wanted, Validation check)
    {
        if (wanted is { } given && !Resolutions.Contains(given))
            check.Add("body.resolution", $"Resolution must be one of {string.Join(", ", Resolutions)}.", "enum");
        return wanted ?? DefaultResolution;
    }

    /// <summary>The id of one job of a pack: the operation's, counted on, so that a repeat of the request has the same ten.</summary>
    private static string PackedId(string operationId, int index)
    {
        var bytes = Guid.Parse(operationId).ToByteArray(bigEndian: true);
        bytes[^1] = (byte)(bytes[^1] + index);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
