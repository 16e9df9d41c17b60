using System.Text;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>
/// A packet of Engine.IO 4, which carries Socket.IO: its first character says what it is, and the rest is its text. A body of a poll holds
/// several. Source: https://socket.io/docs/v4/engine-io-protocol/
/// </summary>
internal static class EnginePacket
{
    public const string Version = "4";

    public const char Open = '0';
    public const char Close = '1';
    public const char Ping = '2';
    public const char Message = '4';
    public const char Upgrade = '5';
    public const char Noop = '6';

    /// <summary>What the packets of one body are told apart by.</summary>
    public const char Separator = '\u001e';

    /// <summary>A client that wants to change to a WebSocket asks with this whether it carries, and is answered.</summary>
    public const string Probe = "2probe";
    public const string ProbeAnswer = "3probe";

    /// <summary>At most this many bytes in a body, either way.</summary>
    public const int MaxPayload = 100_000;

    public static string Text(byte[] frame) => Encoding.UTF8.GetString(frame);
}
