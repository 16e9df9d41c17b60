using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Orleans.Serialization;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Idempotency;

namespace Platform.Api.Idempotency;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> has its effect once: for 24 hours the same request of the same account gets the first answer again,
/// and a twin that comes while the first is under way waits for it. Another body under the same key is refused. What may turn out otherwise
/// next time is not remembered (see <see cref="IsFinal"/>), nor is an answer of more than a megabyte; then the next twin runs, under the same
/// <see cref="Operation"/>. Whoever is not signed in has a key only where a budget pays for it, since each is kept for a day.
/// </summary>
internal sealed partial class IdempotencyKeys
{
    public const string KeyHeader = "Idempotency-Key";

    public const int MaxKeyLength = 255;

    private const int MaxAnswerLength = 1024 * 1024;

    public static readonly ApiError InvalidKey = new(
        400, "IDEMPOTENCY_KEY_INVALID", $"{KeyHeader} must be one text of 1 to {MaxKeyLength} printable ASCII characters.");

    public static readonly ApiError ReusedKey = new(
        422, "IDEMPOTENCY_KEY_REUSED", $"This {KeyHeader} was already used for another request.");

    public static readonly ApiError InProgress = new(
        409, "REQUEST_IN_PROGRESS", "The same request is still being worked on. Please try again.", RetryAfter: TimeSpan.FromSeconds(2));

    private readonly RequestDelegate _next;
    private readonly RequestDelegate _answer;
    private readonly IGrainFactory _grains;
    private readonly IEntropy _entropy;
    private readonly Serializer _serializer;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    public IdempotencyKeys(
        RequestDelegate next,
        IGrainFactory grains,
        IEntropy entropy,
        Serializer serializer,
        TimeProvider clock,
        ILogger<IdempotencyKeys> logger,
        ILogger<ErrorEnvelopes> errorLogger)
    {
        _next = next;
        // Errors become answers in here already, because most of them are remembered like any other.
        _answer = new ErrorEnvelopes(HandleAsync, clock, errorLogger).InvokeAsync;
        _grains = grains;
        _entropy = entropy;
        _serializer = serializer;
        _clock = clock;
        _logger = logger;
    }

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Headers.TryGetValue(KeyHeader, out var keys)
        && HttpMethods.IsPost(context.Request.Method)
        && Product.Of(context) is not null
        && context.GetEndpoint() is RouteEndpoint endpoint
        && IsPaidFor(context, endpoint)
            ? AnswerOnceAsync(context, endpoint, keys)
            : _next(context);

    private async Task AnswerOnceAsync(HttpContext context, RouteEndpoint endpoint, StringValues keys)
    {
        var key = keys is [{ } only] && IsKey(only) ? only : throw new ApiException(InvalidKey);
        var accountId = context.Features.Get<Caller>()?.AccountId ?? "";
        var body = await RequestBody.ReadAsync(context);
        var request = new KeyedRequest(
            key, [accountId, .. Route(endpoint, context)], context.Request.QueryString.Value ?? "", body);
        // Seen but not taken: the handler reads it again.
        context.Request.BodyReader.AdvanceTo(body.Start, body.End);
        if (endpoint.Metadata.GetMetadata<RequestsKept>() is not null)
        {
            context.Features.Set(new Operation(Operation.NewId(context), request.ToRequestKey()));
            await _next(context);
            return;
        }

        var actor = _grains.GetGrain<IIdempotentRequestGrain>(request.Id);
        var begun = await BeginAsync(actor, accountId, request);
        switch (begun.Verdict)
        {
            case BeginVerdict.Proceed:
                await RunAsync(context, request, actor, begun.Lease!);
                break;
            case BeginVerdict.Replay:
                await ReplayAsync(context.Response, _serializer.Deserialize<HttpAnswer>(request.Open(begun.Answer!))!);
                break;
            default:
                throw new ApiException(begun.Verdict == BeginVerdict.AnotherRequest ? ReusedKey : InProgress);
        }
    }

    /// <summary>Whether an account or a network address has paid for the request out of its budget.</summary>
    private static bool IsPaidFor(HttpContext context, RouteEndpoint endpoint) =>
        context.Features.Get<Caller>() is not null
        || (endpoint.Metadata.GetMetadata<AddressLimit>() is not null && context.Features.Get<SpentBudget>() is null);

    private static bool IsKey(string text) => text.Length is > 0 and <= MaxKeyLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>The route, which starts with its product, and the values in it: the path without its variants.</summary>
    private static IEnumerable<string> Route(RouteEndpoint endpoint, HttpContext context)
    {
        yield return endpoint.RoutePattern.RawText!;
        foreach (var parameter in endpoint.RoutePattern.Parameters)
            yield return Convert.ToString(context.Request.RouteValues[parameter.Name], CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Waits while a twin is running, as long as the actor has patience.</summary>
    private static async Task<Begun> BeginAsync(IIdempotentRequestGrain actor, string accountId, KeyedRequest request)
    {
        while (true)
        {
            var begun = await actor.Begin(accountId, request.Fingerprint);
            if (begun.Verdict != BeginVerdict.InFlight || !await actor.WhenEnded()) return begun;
        }
    }

    private async Task RunAsync(HttpContext context, KeyedRequest request, IIdempotentRequestGrain actor, Lease lease)
    {
        context.Features.Set(new Operation(lease.OperationId));
        var client = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var recorder = new AnswerRecorder(client);
        context.Features.Set<IHttpResponseBodyFeature>(recorder);
        context.Features.Set(recorder);
        await using var renewed = new LeaseRenewal(actor, lease, _clock);
        try
        {
            await _answer(context);
            await recorder.CompleteAsync();
        }
        catch
        {
            await EndAsync(actor.Abandon(await renewed.StopAsync()), lease);
            throw;
        }
        finally
        {
            context.Features.Set(client);
        }

        lease = await renewed.StopAsync();
        await EndAsync(
            AnswerOf(context.Response, recorder) is { } answer
                ? actor.Complete(lease, request.Seal(_serializer.SerializeToArray(answer), _entropy))
                : actor.Abandon(lease),
            lease);
        await recorder.ReleaseAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        await _next(context);
        context.Features.GetRequiredFeature<AnswerRecorder>().HandlerEnded = true;
    }

    /// <summary>The answer, if it is one to remember.</summary>
    private static HttpAnswer? AnswerOf(HttpResponse response, AnswerRecorder recorder) =>
        IsFinal(response.StatusCode) && recorder.IsWhole && recorder.Length <= MaxAnswerLength
            ? new(response.StatusCode, response.ContentType, response.Headers.Location, recorder.ToArray())
            : null;

    /// <summary>Whether the same request would be answered so again, as far as it is up to the request.</summary>
    private static bool IsFinal(int status) => status < 500 && status
        is not StatusCodes.Status401Unauthorized
        and not StatusCodes.Status408RequestTimeout
        and not StatusCodes.Status413PayloadTooLarge
        and not StatusCodes.Status429TooManyRequests
        and not StatusCodes.Status499ClientClosedRequest;

    /// <summary>The effect stands whether its record succeeds or not, and the client hears of it.</summary>
    private async Task EndAsync(Task record, Lease lease)
    {
        try
        {
            await record;
        }
        catch (Exception error)
        {
            LogNotRecorded(error, lease.OperationId);
        }
    }

    private static async Task ReplayAsync(HttpResponse response, HttpAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.MarkReplayed();
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ContentType is not null) response.ContentType = answer.ContentType;
        if (answer.Body.Length > 0) await response.Body.WriteAsync(answer.Body);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "How operation {Operation} ended was not recorded: once its lease lapses a retry runs again")]
    private partial void LogNotRecorded(Exception exception, string operation);
}
