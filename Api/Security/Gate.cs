using Platform.Api.Idempotency;
using Platform.Api.Operators;

namespace Platform.Api.Security;

/// <summary>
/// Before anything else is done for a signed-in request, its user's actor is asked once: does the session still stand, and is there budget
/// left? So revocation works at once, not when a token expires, and the budget is exact across all front doors. Endpoints for anybody may
/// have a budget for each network address instead.
/// </summary>
internal sealed class Gate(RequestDelegate next, Admissions admissions, OperatorSessions operators)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            if (endpoint.Metadata.GetMetadata<MessageBrought>() is not null)
            {
                await admissions.AdmitAsync(context, BearerToken.Of(context.Request), Admittance.Message);
                await CountingAsync(context);
                return;
            }

            if (endpoint.Metadata.GetMetadata<OperatorRequired>() is not null) await operators.RequireAsync(context);
            else if (endpoint.Metadata.GetMetadata<StatusRead>() is not null)
                await admissions.AdmitAsync(context, BearerToken.Of(context.Request), Admittance.StatusRead);
            else if (endpoint.Metadata.GetMetadata<SessionRequired>() is not null) await admissions.AdmitAsync(context, BearerToken.Of(context.Request));
            else if (endpoint.Metadata.GetMetadata<AddressLimit>() is { } limit) await admissions.AdmitAddressAsync(context, limit);
        }

        await next(context);
    }

    /// <summary>
    /// Only a message that was answered, and for the first time, counts for the day. One whose sender hangs up is answered as well, so it counts.
    /// </summary>
    private async Task CountingAsync(HttpContext context)
    {
        var counts = false;
        try
        {
            await next(context);
            counts = context.Response.StatusCode < 400 && !context.Response.IsReplayed();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            counts = true;
            throw;
        }
        finally
        {
            if (!counts) await admissions.GiveBackMessageAsync(context);
        }
    }
}

/// <summary>Marks endpoints that take a message to a companion, of which a plan may allow so many a day.</summary>
internal sealed record MessageBrought;

/// <summary>Marks endpoints that are polled to see how far a job is.</summary>
internal sealed record StatusRead;

/// <summary>Marks endpoints that only an admin may call, who has signed in for it.</summary>
internal sealed record OperatorRequired;

/// <summary>Marks endpoints that only a signed-in account may call.</summary>
internal sealed record SessionRequired;

/// <summary>Marks endpoints for anybody whose handler looks at a token, if there is one.</summary>
/// <param name="IsOptional">One that is not to be believed counts as none.</param>
internal sealed record TokenExamined(bool IsOptional);

internal static class GateExtensions
{
    private static readonly SessionRequired Marker = new();
    private static readonly MessageBrought Message = new();
    private static readonly StatusRead Status = new();

    /// <summary>Each call counts as a message of the day, unless it comes to nothing.</summary>
    public static TBuilder BringsMessage<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Message);

    /// <summary>Calls spend the budget for looking how far jobs are, not the usual one.</summary>
    public static TBuilder ReadsStatus<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(Status);

    /// <summary>Only a signed-in account may call these; a handler finds it in a <see cref="Caller"/> parameter.</summary>
    public static TBuilder RequireSession<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Marker);

    /// <summary>The handler itself asks <see cref="Admissions"/> about a token.</summary>
    public static TBuilder ExaminesToken<TBuilder>(this TBuilder builder, bool isOptional = false) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new TokenExamined(isOptional));
}
