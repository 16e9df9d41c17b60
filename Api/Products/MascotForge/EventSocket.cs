using Platform.Api.Realtime;
using Platform.Api.Realtime.SocketIo;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>
/// The same events for clients of Socket.IO, which the contract's form, a host without a path and events with names, is also that of:
/// <c>socket.on("job:status", …)</c>.
/// </summary>
internal static class EventSocket
{
    public static Task Open(HttpContext context, SocketIoDoor door, IGrainFactory grains, JobViews views, TimeProvider clock, ILogger<SocketLoop> logger)
    {
        var workspaceId = context.Request.Query["workspaceId"].ToString();
        return door.AnswerAsync(context, async (client, caller) =>
        {
            var owner = await caller.OwnerAsync(workspaceId, grains);
            var jobs = await JobNews.BeginAsync(grains.GetGrain<IWorkshopGrain>(owner.Id), job => client.Emit("job:status", views.EventJson(job)));
            var loop = new SocketLoop(clock, logger, client.Closing);
            client.Accept();
            await Task.WhenAll(loop.RepeatAsync(jobs.FollowAsync), loop.WatchAsync(caller, grains, client.Disconnect), client.ListenAsync());
        });
    }
}
