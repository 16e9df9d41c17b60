using System.Text.Json;
using Platform.Api.Errors;
using Platform.Api.Realtime;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>
/// The WebSocket: <c>job:status</c> for every change of the owner's jobs, each a message <c>{"event", "data"}</c>. The owner is the caller, or the
/// workspace of <c>?workspaceId=</c>. A client may send <c>{"event": "ping"}</c>.
/// </summary>
internal static class Socket
{
    public static Task Open(HttpContext context, SocketDoor door, IGrainFactory grains, JobViews views, TimeProvider clock, ILogger<SocketLoop> logger) =>
        door.OpenAsync(context, frame => Read(frame) is { Event: "auth", Data.Token: { } token } ? token : null, async (connection, caller) =>
        {
            try
            {
                var owner = await caller.OwnerAsync(context.Request.Query["workspaceId"], grains);
                var loop = new SocketLoop(clock, logger, connection.Closing);
                var jobs = await JobNews.BeginAsync(grains.GetGrain<IWorkshopGrain>(owner.Id), job => connection.Send(Write(views.Event(job))));
                await Task.WhenAll(
                    loop.RepeatAsync(jobs.FollowAsync),
                    loop.WatchAsync(caller, grains, connection.CloseEnded),
                    loop.RepeatAsync(async () =>
                    {
                        if (Read(await connection.Incoming.ReadAsync(connection.Closing)) is { Event: "ping" })
                            connection.Send(JsonSerializer.SerializeToUtf8Bytes(new PongMessage("pong"), MascotForgeJson.Default.PongMessage));
                    }));
            }
            catch (RefusedException refused)
            {
                connection.Close(System.Net.WebSockets.WebSocketCloseStatus.PolicyViolation, refused.Refusal.Message);
            }
        });

    private static byte[] Write(JobStatusEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(new JobStatusMessage("job:status", happened), MascotForgeJson.Default.JobStatusMessage);

    private static ClientMessage? Read(byte[] frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, MascotForgeJson.Default.ClientMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
