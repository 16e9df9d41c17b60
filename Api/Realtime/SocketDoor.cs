using System.Net.WebSockets;
using Platform.Api.Errors;
using Platform.Api.Limits;
using Platform.Api.Products;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Realtime;

/// <summary>
/// Opens WebSockets. A token comes as <c>?token=</c>, as a header, or in the first message. One that is not to be believed is told so on the
/// open socket, and only after a second: refused at the handshake a browser tries again at once, and clients that see the socket closed at
/// once do too.
/// </summary>
internal sealed class SocketDoor(Admissions admissions, AccountSockets accounts, TimeProvider clock, Serving serving)
{
    /// <summary>How long a client may take to say who it is.</summary>
    public static readonly TimeSpan AuthenticationTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RefusalDelay = TimeSpan.FromSeconds(1);

    /// <summary>How a handshake comes: over HTTP/1.1 as a GET, over HTTP/2, which browsers prefer where there is TLS, as a CONNECT.</summary>
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Connect];

    private static readonly ApiError UpgradeRequired = new(426, "UPGRADE_REQUIRED", "This address speaks WebSocket.");

    /// <summary>Counted here, because Kestrel counts only those that are upgraded from HTTP/1.1.</summary>
    private int _open;

    /// <summary>The token that a client brings before it has said anything; null: none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Query["token"].ToString() is { Length: > 0 } query ? query : BearerToken.Of(request);

    /// <summary>Lets a client in, and stays until the socket has closed.</summary>
    /// <param name="tokenIn">The token in a message; null: it has none.</param>
    /// <param name="serve">Serves a client that was let in, until its connection closes.</param>
    /// <exception cref="ApiException">The request is no handshake.</exception>
    public Task OpenAsync(HttpContext context, Func<byte[], string?> tokenIn, Func<SocketConnection, Caller, Task> serve) =>
        AcceptAsync(context, async connection =>
        {
            if (await AdmitAsync(context, connection, tokenIn) is not { } caller) return;
            using var counted = accounts.TryOpen(caller.AccountId);
            if (counted is not null) await serve(connection, caller);
            else await RefuseAsync(connection, SocketConnection.TryAgainLater, AccountSockets.Refusal);
        });

    /// <summary>Accepts whoever comes, and stays until the socket has closed.</summary>
    /// <exception cref="ApiException">The request is no handshake.</exception>
    public async Task AcceptAsync(HttpContext context, Func<SocketConnection, Task> serve)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            throw new ApiException(UpgradeRequired);
        }

        try
        {
            if (Interlocked.Increment(ref _open) > context.Limits().Sockets) throw new ApiException(ApiError.Unavailable);
            await ServeAsync(context, serve);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task ServeAsync(HttpContext context, Func<SocketConnection, Task> serve)
    {
        using var connection = new SocketConnection(await context.WebSockets.AcceptWebSocketAsync(), clock, context.Limits().SocketMessageBytes);
        await using var stopping = serving.Over.Register(
            () => connection.Close(WebSocketCloseStatus.EndpointUnavailable, "The server is restarting."));
        var running = connection.RunAsync();
        using var counted = SocketMeasure.Opened(context);
        try
        {
            await serve(connection);
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
    private async Task<Caller?> AdmitAsync(HttpContext context, SocketConnection connection, Func<byte[], string?> tokenIn)
    {
        var token = TokenOf(context.Request);
        try
        {
            token ??= await FirstTokenAsync(connection, tokenIn);
            var (caller, admission) = await admissions.AskAsync(Product.Of(context)!, token);
            if (admission.Verdict != Verdict.BudgetSpent) return caller;
            await RefuseAsync(connection, SocketConnection.TryAgainLater, "Too many requests.");
        }
        catch (ApiException error)
        {
            await RefuseAsync(connection, WebSocketCloseStatus.PolicyViolation, error.Error.Message);
        }

        return null;
    }

    private async Task RefuseAsync(SocketConnection connection, WebSocketCloseStatus status, string reason)
    {
        await Task.Delay(RefusalDelay, clock, connection.Closing);
        connection.Close(status, reason);
    }

    private async Task<string?> FirstTokenAsync(SocketConnection connection, Func<byte[], string?> tokenIn)
    {
        try
        {
            return tokenIn(await connection.Incoming.ReadAsync(connection.Closing).AsTask().WaitAsync(AuthenticationTime, clock));
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
