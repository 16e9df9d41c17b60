using Platform.Api.Products;
using Platform.Api.Realtime;

namespace Platform.Api.Errors;

/// <summary>
/// The one place where errors become answers: whatever goes wrong further in, in a handler or in the framework, leaves here in the
/// envelope of the product that was asked, with a body, and without an exception's text.
/// </summary>
internal sealed partial class ErrorEnvelopes(RequestDelegate next, TimeProvider clock, ILogger<ErrorEnvelopes> logger)
{
    private static readonly string[] Withdrawn = ["ETag", "Last-Modified", "Content-Range", "Content-Disposition"];

    public async Task InvokeAsync(HttpContext context)
    {
        ApiError error;
        try
        {
            await next(context);
            // A bare status, such as routing's 404 and 405, has neither a type nor a length.
            if (context.Response is not { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null }) return;
            error = ApiError.OfStatus(context.Response.StatusCode);
        }
        catch (ApiException exception)
        {
            error = exception.Error;
        }
        catch (RefusedException exception)
        {
            error = Product.Of(context)?.ErrorOf(exception.Refusal) ?? exception.Refusal.ToError();
            if (error.Status == 429 && exception.Refusal.Until is { } until) error = error with { RetryAfter = until - clock.GetUtcNow() };
        }
        catch (BadHttpRequestException exception)
        {
            error = ApiError.OfStatus(exception.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is listening any more. What is left behind must not look like a success to whoever remembers answers.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            LogOutage(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
            error = ApiError.Unavailable;
        }
        catch (Exception exception)
        {
            LogUnexpected(exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
            error = ApiError.Unexpected;
        }

        if (!context.Response.HasStarted) await WriteAsync(context, error);
        else if (EventStream.Of(context) is { } events) await events.FailAsync(error);
        else context.Abort();
    }

    /// <summary>Answers with the error: status, headers, and the body in the envelope of the product that was asked.</summary>
    public static Task WriteAsync(HttpContext context, ApiError error)
    {
        var response = context.Response;
        response.StatusCode = error.Status;
        // What was said already of the answer that is not given doesn't hold for this one.
        response.ContentLength = null;
        foreach (var name in Withdrawn) response.Headers.Remove(name);
        response.Headers.CacheControl = "no-store";
        if (error.Status == 401) response.Headers.WWWAuthenticate = "Bearer";
        if (error.RetryAfter is { } wait) response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}";
        return Product.Of(context) is { } product ? product.WriteErrorAsync(response, error) : PlainEnvelope.WriteAsync(response, error);
    }

    /// <summary>The cluster, the store or the payment service is not there right now; the same request may succeed in a moment.</summary>
    internal static bool IsOutage(Exception exception) =>
        exception is TimeoutException or Orleans.Runtime.OrleansException or Storage.StoreException or Platform.Billing.PaymentsException
            or System.Data.Common.DbException
        || exception.GetType().Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Endpoint}: not available")]
    private partial void LogOutage(Exception exception, string method, string? endpoint);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed")]
    private partial void LogUnexpected(Exception exception, string method, string? endpoint);
}
