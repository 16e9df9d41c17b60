using System.Text.Json;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>A client of Socket.IO, in its one namespace.</summary>
internal sealed class SocketIoClient(EngineSession session, string name)
{
    /// <summary>Cancelled when it is gone.</summary>
    public CancellationToken Closing => session.Closing;

    /// <summary>Tells it that it is connected.</summary>
    public void Accept() => session.Send(SocketIoPacket.Write(SocketIoPacket.Connect, name, $$"""{"sid":"{{Guid.NewGuid():N}}"}"""));

    /// <summary>Tells it why it is not connected.</summary>
    public void Refuse(string message) =>
        session.Send(SocketIoPacket.Write(SocketIoPacket.ConnectError, name, $$"""{"message":"{{JsonEncodedText.Encode(message)}}"}"""));

    /// <summary>Sends an event with one argument.</summary>
    public void Emit(string happened, string json) =>
        session.Send(SocketIoPacket.Write(SocketIoPacket.Event, name, $"""["{happened}",{json}]"""));

    /// <summary>Ends the connection for good: a client that is told so doesn't come back by itself.</summary>
    public void Disconnect()
    {
        session.Send(SocketIoPacket.Write(SocketIoPacket.Disconnect, name));
        session.Close();
    }

    /// <summary>Hears the client until it goes: whatever it wants acknowledged is, and nothing of it changes anything.</summary>
    public async Task ListenAsync()
    {
        await foreach (var text in session.Incoming.ReadAllAsync())
        {
            switch (SocketIoPacket.Parse(text))
            {
                case { Type: SocketIoPacket.Disconnect }:
                    session.Close();
                    break;
                case { Type: SocketIoPacket.Event, Id: { } id }:
                    session.Send(SocketIoPacket.Write(SocketIoPacket.Ack, name, "[]", id));
                    break;
                case { Type: SocketIoPacket.Connect } other when other.Namespace != name:
                    new SocketIoClient(session, other.Namespace).Refuse("A connection has one namespace.");
                    break;
            }
        }
    }
}
