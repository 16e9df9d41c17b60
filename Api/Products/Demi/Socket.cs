using System.Globalization;
using Platform.Api.Realtime;

namespace Platform.Api.Products.Demi;

internal static class Socket
{
    public static Task Open(
        HttpContext context, SocketDoor door, IGrainFactory grains, IdSource ids, TimeProvider clock, ILogger<SocketSession> logger) =>
        door.OpenAsync(
            context,
            frame => SocketSession.Read(frame) is { Event: "auth", Data.Token: { } token } ? token : null,
            (connection, caller) => new SocketSession(connection, caller, grains, ids, clock, logger).RunAsync(LastSeq(context.Request)));

    private static long? LastSeq(HttpRequest request) =>
        long.TryParse(request.Query["last_seq"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seq) ? seq : null;
}
