using System.Globalization;
using System.Net.WebSockets;
using Platform.Api.Errors;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.Demi;

/// <summary>
/// Opens WebSockets. A token that is not to be believed is told so on the open socket, and only after a second: refused at the handshake a
/// browser tries again at once, and clients that see the socket closed at once do too.
/// </summary>
internal static class Socket
{
    private static readonly TimeSpan AuthenticationTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromSeconds(1);

    private static readonly ApiError UpgradeRequired = new(426, "UPGRADE_REQUIRED", "This address speaks WebSocket.");

    public static async Task Open(
        HttpContext context,
        Admissions admissions,
        IGrainFactory grains,
        IdSource ids,
        TimeProvider clock,
        IHostApplicationLifetime lifetime,
        ILogger<SocketSession> logger)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            throw new ApiException(UpgradeRequired);
        }

        using var connection = new SocketConnection(await context.WebSockets.AcceptWebSocketAsync(), clock);
        await using var stopping = lifetime.ApplicationStopping.Register(
            () => connection.Close(WebSocketCloseStatus.EndpointUnavailable, "The server is restarting."));
        var running = connection.RunAsync();
        try
        {
            if (await AdmitAsync(context, connection, admissions, clock) is { } caller)
                await new SocketSession(connection, caller, grains, ids, clock, logger).RunAsync(LastSeq(context.Request));
        }
        catch (OperationCanceledException) when (connection.Closing.IsCancellationRequested)
        {
            // Either side closes.
        }
        finally
        {
            connection.Close(WebSocketCloseStatus.InternalServerError, "");
            await running;
        }
    }

    /// <summary>Who connects; null: the connection closes.</summary>
    private static async Task<Caller?> AdmitAsync(HttpContext context, SocketConnection connection, Admissions admissions, TimeProvider clock)
    {
        var token = context.Request.Query["token"].ToString() is { Length: > 0 } query ? query : BearerToken.Of(context.Request);
        try
        {
            token ??= await FirstFrameAsync(connection, clock);
            var (caller, admission) = await admissions.AskAsync(Product.Of(context)!, token);
            if (admission.Verdict != Verdict.BudgetSpent) return caller;
            await Task.Delay(RefusalDelay, clock, connection.Closing);
            connection.Close(SocketConnection.TryAgainLater, "Too many requests.");
        }
        catch (ApiException error)
        {
            await Task.Delay(RefusalDelay, clock, connection.Closing);
            connection.Close(WebSocketCloseStatus.PolicyViolation, error.Error.Message);
        }

        return null;
    }

    private static async Task<string?> FirstFrameAsync(SocketConnection connection, TimeProvider clock)
    {
        try
        {
            var first = await connection.Incoming.ReadAsync(connection.Closing).AsTask().WaitAsync(AuthenticationTime, clock);
            return SocketSession.Read(first) is { Event: "auth", Data.Token: { } token } ? token : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static long? LastSeq(HttpRequest request) =>
        long.TryParse(request.Query["last_seq"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seq) ? seq : null;
}
