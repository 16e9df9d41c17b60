namespace Platform.LoadTest.Measuring;

/// <summary>What is measured on its own.</summary>
/// <param name="Name">As limits and tables name it.</param>
/// <param name="Route">What is asked, for the reader of a report.</param>
/// <param name="Kind">What it counts as.</param>
internal sealed record Endpoint(string Name, string Route, EndpointKind Kind)
{
    public static readonly Endpoint NeuroTamagotchiSend =
        new("neurotamagotchi.send", "POST /neurotamagotchi/api/v1/chat/{character}/send", EndpointKind.Send);

    public static readonly Endpoint NeuroTamagotchiHistory =
        new("neurotamagotchi.history", "GET /neurotamagotchi/api/v1/chat/{character}/history", EndpointKind.Read);

    public static readonly Endpoint DemiSend = new("demi.send", "POST /demi/api/v1/chat/send", EndpointKind.Send);

    public static readonly Endpoint DemiHistory = new("demi.history", "GET /demi/api/v1/chat/history", EndpointKind.Read);

    public static readonly Endpoint DemiStatus = new("demi.status", "GET /demi/api/v1/status", EndpointKind.Read);

    public static readonly Endpoint DemiRefresh = new("demi.refresh", "POST /demi/api/v1/auth/refresh", EndpointKind.Other);

    public static readonly Endpoint DemiSocketOpen = new("demi.ws.open", "WebSocket /demi/api/v1/chat/ws, until its history", EndpointKind.Other);

    public static readonly Endpoint DemiSocketDelivered =
        new("demi.ws.delivered", "WebSocket message, until it is delivered", EndpointKind.Other);

    public static readonly Endpoint DemiSocketMessage = new("demi.ws.message", "WebSocket message, until her answer", EndpointKind.Send);

    public static readonly Endpoint ByteForgeSend = new("byteforge.send", "POST /byteforge/api/chat/send", EndpointKind.Send);

    public static readonly Endpoint ByteForgeHistory =
        new("byteforge.history", "GET /byteforge/api/chat/conversations/{id}/history", EndpointKind.Read);

    public static readonly Endpoint ByteForgeCreate = new("byteforge.create", "POST /byteforge/api/chat/conversations", EndpointKind.Other);

    /// <summary>In the order in which tables show them.</summary>
    public static readonly IReadOnlyList<Endpoint> All =
    [
        NeuroTamagotchiSend, NeuroTamagotchiHistory, DemiSend, DemiHistory, DemiStatus, DemiRefresh, DemiSocketOpen, DemiSocketDelivered,
        DemiSocketMessage, ByteForgeSend, ByteForgeHistory, ByteForgeCreate,
    ];
}

internal enum EndpointKind
{
    /// <summary>A message of a user, until its answer.</summary>
    Send,

    Read,

    /// <summary>What comes along with one of the others; it counts neither as a send nor as a read.</summary>
    Other,
}
