using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

internal static class Generation
{
    private static readonly Refusal NoJob = new(RefusalKind.NotFound, "Job not found");

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static Task<Results<JsonHttpResult<AcceptedResponse>, JsonHttpResult<DryRunResponse>>> Generate(
        Body<GenerateRequest> body, Caller caller, Operation operation, IGrainFactory grains, HttpRequest request) =>
        OrderAsync(FigureOrders.Read(body.Value), caller, operation, grains, request);

    /// <summary>The same for the web app, whose form has no prompt.</summary>
    public static Task<Results<JsonHttpResult<AcceptedResponse>, JsonHttpResult<DryRunResponse>>> WebAppGenerate(
        Body<WebAppGenerateRequest> body, Caller caller, Operation operation, IGrainFactory grains, HttpRequest request) =>
        OrderAsync(FigureOrders.Read(body.Value), caller, operation, grains, request);

    public static Task<Results<JsonHttpResult<JobResponse>, JobStream>> Job(
        string jobId, HttpRequest request, Caller caller, ImageViews views, IGrainFactory grains) =>
        AnswerAsync(jobId, request, caller, job => views.Job(job), grains);

    /// <summary>The web app asks until it reads <c>completed</c> or <c>failed</c>.</summary>
    public static Task<Results<JsonHttpResult<JobResponse>, JobStream>> WebAppJob(
        string jobId, HttpRequest request, Caller caller, ImageViews views, IGrainFactory grains) =>
        AnswerAsync(jobId, request, caller, job => views.Job(job, cancelled: "failed"), grains);

    public static async Task<JsonHttpResult<JobResponse>> Cancel(string jobId, Caller caller, ImageViews views, IGrainFactory grains) =>
        TypedResults.Json(views.Job((await Grain(jobId, grains).Cancel(caller.AccountId)).OrThrow()), Json.JobResponse);

    public static JsonHttpResult<ModelsResponse> Models() => TypedResults.Json(
        new ModelsResponse(
            [.. FigureModels.All.Select(model => new ModelView(
                model.Id, model.Id.Replace('-', '_'), model.Name, model.Description, model.Credits, model.Size))],
            FigureModels.Default.Id),
        Json.ModelsResponse);

    private static async Task<Results<JsonHttpResult<AcceptedResponse>, JsonHttpResult<DryRunResponse>>> OrderAsync(
        FiguresOrder order, Caller caller, Operation operation, IGrainFactory grains, HttpRequest request)
    {
        var price = Prices.Of(order);
        if (DryRun.IsWanted(request))
        {
            var run = await DryRun.OfAsync(caller.AccountId, price, grains);
            return TypedResults.Json(DryRunResponse.Of(run), Json.DryRunResponse);
        }

        var job = (await grains.GetGrain<IWorkshopGrain>(caller.AccountId).Order([new NewJob(operation.Id, caller.AccountId, order)])).OrThrow().Jobs[0];
        return TypedResults.Json(
            new AcceptedResponse(
                job.Id,
                ImageViews.Word(job),
                order.Count,
                "Image generation started",
                price,
                job.QueuePosition,
                job.EstimatedSeconds is { } seconds ? Math.Round(seconds, 1) : null),
            Json.AcceptedResponse,
            statusCode: 201);
    }

    private static async Task<Results<JsonHttpResult<JobResponse>, JobStream>> AnswerAsync(
        string jobId, HttpRequest request, Caller caller, Func<Job, JobResponse> view, IGrainFactory grains)
    {
        var job = (await Grain(jobId, grains).Get(caller.AccountId)).OrThrow();
        if (job.Kind != JobKind.Figures) throw new RefusedException(NoJob);
        if (EventStream.IsWanted(request))
            return new JobStream(job, caller.AccountId, grains, step => JsonSerializer.Serialize(view(step), Json.JobResponse));
        return TypedResults.Json(view(job), Json.JobResponse);
    }

    private static IGenerationJobGrain Grain(string jobId, IGrainFactory grains) =>
        grains.GetGrain<IGenerationJobGrain>(EntityId.Parse(jobId) ?? throw new RefusedException(NoJob));
}
