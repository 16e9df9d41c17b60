using System.Globalization;
using Platform.Conversations;

namespace Platform.Api.Realtime;

/// <summary>The id of an event: which reply, and how much of it the client has when it has the event.</summary>
internal static class ReplyPosition
{
    private const char Separator = ':';

    public static string ToEventId(string replyId, int offset) => string.Create(CultureInfo.InvariantCulture, $"{replyId}{Separator}{offset}");

    /// <summary>Where a client that comes back was; one that says nothing, or nonsense, starts with the reply that is there.</summary>
    public static (string? ReplyId, int Offset) Last(HttpRequest request)
    {
        var parts = request.Headers["Last-Event-ID"].ToString().Split(Separator);
        return parts is [{ Length: > 0 and <= 64 } id, var digits]
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? (id, offset)
                : (null, ReplyOffset.Message);
    }
}
