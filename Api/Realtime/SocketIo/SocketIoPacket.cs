using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Api.Realtime.SocketIo;

/// <summary>
/// A packet of Socket.IO's protocol, revision 5, without attachments: <c>type[namespace,][id][data]</c>, as in <c>2/admin,7["event",{}]</c>.
/// Source: https://socket.io/docs/v4/socket-io-protocol/
/// </summary>
/// <param name="Namespace">With its slash; the main one is <c>/</c>.</param>
/// <param name="Id">What the client wants acknowledged with.</param>
/// <param name="Data">An object for a connection, an array with the name first for an event; null: none.</param>
internal sealed record SocketIoPacket(char Type, string Namespace, long? Id, JsonNode? Data)
{
    public const char Connect = '0';
    public const char Disconnect = '1';
    public const char Event = '2';
    public const char Ack = '3';
    public const char ConnectError = '4';

    /// <summary>Which of two fields of one name counts nobody could say.</summary>
    private static readonly JsonDocumentOptions Reading = new() { AllowDuplicateProperties = false };

    /// <summary>Null: it is none, or one of a kind that no client sends.</summary>
    public static SocketIoPacket? Parse(string text)
    {
        if (text is not [Connect or Disconnect or Event or Ack, ..]) return null;
        var rest = text.AsSpan(1);
        var name = "/";
        if (rest.StartsWith("/"))
        {
            var end = rest.IndexOf(',');
            name = (end < 0 ? rest : rest[..end]).ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
            // Socket.IO's servers leave out the query that a client has written behind it.
            if (name.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query) name = name[..query];
        }

        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = rest.Length;
        long? id = long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        try
        {
            return new(text[0], name, id, digits == rest.Length ? null : JsonNode.Parse(rest[digits..].ToString(), documentOptions: Reading));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="json">The data as it is sent; null: none.</param>
    public static string Write(char type, string name, string? json = null, long? id = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{type}{(name == "/" ? "" : $"{name},")}{id}{json}");
}
