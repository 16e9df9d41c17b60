using Platform.Api.Realtime.SocketIo;

namespace Platform.Api.Realtime;

internal static class RealtimeServices
{
    /// <summary>What opens WebSockets, plain ones and those of Socket.IO.</summary>
    public static IServiceCollection AddRealtime(this IServiceCollection services)
    {
        services.AddSingleton<AccountSockets>();
        services.AddSingleton<SocketDoor>();
        services.AddSingleton<EngineDoor>();
        services.AddSingleton<SocketIoDoor>();
        return services;
    }
}
