using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Conversations;

namespace Platform.Api.Http;

/// <summary>What a request looks for, and the cursor by which a search is continued.</summary>
internal static class Searches
{
    private const int MaxTextLength = 200;
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>Longer than any that is made here.</summary>
    private const int MaxCursorLength = 200;

    /// <summary>In microseconds since 1970; later than any clock will be, and early enough to be reckoned with.</summary>
    private const long LatestMoment = 250_000_000_000_000_000;

    /// <summary>From the query's <c>q</c>, <c>limit</c> and <c>cursor</c>.</summary>
    public static SearchQuery Read(HttpRequest request)
    {
        var check = new Validation();
        var query = Read(request, check) with { Before = Place(check, request.Query["cursor"]) };
        check.ThrowIfInvalid();
        return query;
    }

    /// <summary>The same without a cursor, for those who have one of their own.</summary>
    public static SearchQuery Read(HttpRequest request, Validation check) => new(
        check.Text(request.Query["q"], "query.q", 1, MaxTextLength),
        check.Number(request.Query["limit"], "query.limit", DefaultLimit, 1, MaxLimit),
        null);

    public static string? Cursor(SearchPlace? place) => place is null
        ? null
        : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{(place.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{place.Seq}.{place.Conversation}")));

    private static SearchPlace? Place(Validation check, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return null;
        if (cursor.Length <= MaxCursorLength && Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.') is [var at, var seq, var conversation]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment) && moment <= LatestMoment
            && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new(DateTimeOffset.UnixEpoch.AddTicks(moment * TimeSpan.TicksPerMicrosecond), conversation, number);
        }

        check.Add("query.cursor", "This is not the cursor of a page.", "value_error");
        return null;
    }
}
