using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Platform.Api.Errors;
using Platform.Api.Limits;
using Platform.Api.Security;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>
/// The HTTP side of Engine.IO 4. A session lives in this process: behind a balancer, clients that poll have to come back to the same front
/// door, while those that begin with a WebSocket don't care.
/// </summary>
internal sealed partial class EngineDoor(SocketDoor sockets, Admissions admissions, TimeProvider clock, Serving serving, ILogger<EngineDoor> logger)
{
    /// <summary>How long what was sent last may be fetched once a session has ended, and then how long a request may take that has found it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>A session that is polled costs a request and stays a while. After a restart a whole house comes back at once.</summary>
    private static readonly AddressLimit Begun = new("socket.io", 100, TimeSpan.FromMinutes(1));

    private readonly ConcurrentDictionary<string, EngineSession> _sessions = new();

    /// <summary>Answers one request of a client, whatever carries it.</summary>
    /// <param name="serve">Serves a client that is new, until its session ends. It runs beside the request, and outlives it.</param>
    public Task AnswerAsync(HttpContext context, Func<EngineSession, Task> serve)
    {
        var (request, query) = (context.Request, context.Request.Query);
        if (query["EIO"] != EnginePacket.Version) return RefuseAsync(context, 5, "Unsupported protocol version");
        var id = query["sid"].ToString();
        var session = id.Length == 0 ? null : _sessions.GetValueOrDefault(id);
        if (id.Length > 0 && session is null) return RefuseAsync(context, 1, "Session ID unknown");
        // One costs a request and needs no account, and stays a while.
        if (session is null && _sessions.Count >= context.Limits().Sockets) throw new ApiException(ApiError.Unavailable);
        return query["transport"].ToString() switch
        {
            "websocket" when context.WebSockets.IsWebSocketRequest => sockets.AcceptAsync(context, socket => CarryAsync(session, socket, serve)),
            "websocket" => RefuseAsync(context, 3, "Bad request"),
            "polling" when session is null && HttpMethods.IsGet(request.Method) => BeginAsync(context, serve),
            "polling" when session is null => RefuseAsync(context, 2, "Bad handshake method"),
            "polling" when HttpMethods.IsGet(request.Method) => PollAsync(context, session),
            "polling" when HttpMethods.IsPost(request.Method) => TakeAsync(context, session),
            "polling" => RefuseAsync(context, 3, "Bad request"),
            _ => RefuseAsync(context, 0, "Transport unknown"),
        };
    }

    private async Task BeginAsync(HttpContext context, Func<EngineSession, Task> serve)
    {
        await admissions.AdmitAddressAsync(context, Begun);
        await WriteAsync(context, Handshake(Open(serve), "\"websocket\""));
    }

    private static async Task PollAsync(HttpContext context, EngineSession session)
    {
        if (await session.PollAsync(context.RequestAborted) is { } payload) await WriteAsync(context, payload);
        else await RefuseAsync(context, 3, "Bad request");
    }

    private static async Task TakeAsync(HttpContext context, EngineSession session)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = EnginePacket.MaxPayload;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        await session.TakeAsync(await reader.ReadToEndAsync(context.RequestAborted));
        await WriteAsync(context, "ok");
    }

    private async Task CarryAsync(EngineSession? session, SocketConnection socket, Func<EngineSession, Task> serve)
    {
        if (session is null)
        {
            session = Open(serve);
            socket.Send(Encoding.UTF8.GetBytes(Handshake(session, upgrades: "")));
        }
        else if (!await session.ChangeAsync(socket))
        {
            return;
        }

        await session.CarryAsync(socket);
    }

    private EngineSession Open(Func<EngineSession, Task> serve)
    {
        var session = new EngineSession(clock);
        _sessions[session.Id] = session;
        _ = RunAsync(session, serve);
        return session;
    }

    private async Task RunAsync(EngineSession session, Func<EngineSession, Task> serve)
    {
        await using var stopping = serving.Over.Register(session.Close);
        try
        {
            // Not before the handshake is answered.
            await Task.Yield();
            await serve(session);
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
        finally
        {
            // A client that was refused may fetch why, and then goes by itself.
            session.Close();
            await Task.Delay(Grace, clock);
            _sessions.TryRemove(session.Id, out _);
            await Task.Delay(Grace, clock);
            session.Dispose();
        }
    }

    private static string Handshake(EngineSession session, string upgrades) =>
        $$"""
        {{EnginePacket.Open}}{"sid":"{{session.Id}}","upgrades":[{{upgrades}}],"pingInterval":{{EngineSession.PingInterval.TotalMilliseconds}},"pingTimeout":{{EngineSession.PingTimeout.TotalMilliseconds}},"maxPayload":{{EnginePacket.MaxPayload}}}
        """;

    private static Task RefuseAsync(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"code":{{code}},"message":"{{message}}"}""", context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, string payload)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(payload, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client of Socket.IO is let go: serving it failed")]
    private partial void LogFailed(Exception error);
}
