using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Files;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

internal static partial class LogoPacks
{
    private const int MaxColors = 10;

    private static readonly TimeSpan DownloadLife = TimeSpan.FromHours(1);

    private static readonly Refusal NotDone = new(RefusalKind.NotPossibleNow, "The logo pack is not completed yet");

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<Results<JsonHttpResult<LogoPackResponse>, JsonHttpResult<DryRunResponse>>> Create(
        string mascotId, OptionalBody<LogoPackRequest> body, Caller caller, Operation operation, JobViews views, IGrainFactory grains, HttpRequest request)
    {
        var check = new Validation();
        var colors = Colors(body.Value?.BrandColors, check);
        var fileId = Orders.FileId(body.Value?.FigmaFileId, "body.figmaFileId", check);
        check.ThrowIfInvalid();

        var mascot = await caller.FindAsync(mascotId, JobKind.Mascot, grains);
        var order = new LogoPackOrder(mascot.Id, colors, fileId);
        return await request.OrderAsync(mascot.OwnerId, [new NewJob(operation.Id, caller.AccountId, order)], grains, jobs =>
            Task.FromResult(TypedResults.Json(views.LogoPack(jobs[0]), Json.LogoPackResponse, statusCode: 201)));
    }

    public static async Task<JsonHttpResult<LogoPacksResponse>> List(string mascotId, Caller caller, JobViews views, IGrainFactory grains)
    {
        var made = await caller.MadeOfAsync(mascotId, JobKind.LogoPack, grains);
        return TypedResults.Json(new LogoPacksResponse([.. made.Select(views.LogoPack)]), Json.LogoPacksResponse);
    }

    public static async Task<Results<JsonHttpResult<LogoPackResponse>, JobStream>> Get(
        string logoPackId, HttpRequest request, Caller caller, JobViews views, IGrainFactory grains)
    {
        var job = await caller.FindAsync(logoPackId, JobKind.LogoPack, grains);
        if (EventStream.IsWanted(request)) return new JobStream(job, caller.AccountId, grains, views.EventJson);
        return TypedResults.Json(views.LogoPack(job), Json.LogoPackResponse);
    }

    public static async Task<JsonHttpResult<DownloadResponse>> Download(string logoPackId, Caller caller, FileAddresses files, IGrainFactory grains)
    {
        var job = await caller.FindAsync(logoPackId, JobKind.LogoPack, grains);
        if (job.Result is not LogoPackResult made) throw new RefusedException(NotDone);
        return TypedResults.Json(new DownloadResponse(files.Download(made.Zip, $"logo-pack-{job.Id}.zip", DownloadLife)), Json.DownloadResponse);
    }

    public static async Task<JsonHttpResult<LogoPackResponse>> Cancel(string logoPackId, Caller caller, JobViews views, IGrainFactory grains) =>
        TypedResults.Json(views.LogoPack(await caller.CancelAsync(logoPackId, JobKind.LogoPack, grains)), Json.LogoPackResponse, statusCode: 201);

    public static Task<JsonHttpResult<MessageOnly>> Delete(string logoPackId, Caller caller, IGrainFactory grains) =>
        caller.DeleteAsync(logoPackId, JobKind.LogoPack, "Logo pack deleted", grains);

    private static List<string> Colors(IReadOnlyList<string?>? wanted, Validation check)
    {
        if (wanted?.Count > MaxColors) check.Add("body.brandColors", $"At most {MaxColors} brand colors are allowed.", "too_long");
        var colors = new List<string>();
        foreach (var color in wanted ?? [])
        {
            if (color is not null && HexColor().IsMatch(color)) colors.Add(Whole(color));
            else check.Add("body.brandColors", "Brand colors must be hex colors such as #FF5733.", "string_pattern_mismatch");
        }

        return colors;
    }

    /// <summary><c>#f53</c> is short for <c>#FF5533</c>.</summary>
    private static string Whole(string color) =>
        (color.Length == 4 ? $"#{color[1]}{color[1]}{color[2]}{color[2]}{color[3]}{color[3]}" : color).ToUpperInvariant();

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
    private static partial Regex HexColor();
}
