using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.Api.Http;

/// <summary>
/// JSON to be kept as a file, written while it is read: a history of any length needs no more memory than a page. What fails halfway breaks
/// the connection off, so that nobody takes a part for the whole.
/// </summary>
/// <param name="fileName">Letters, digits, - and . only.</param>
internal sealed class Attachment<T>(string fileName, T value, JsonTypeInfo<T> json) : IResult, IValueHttpResult<T>
{
    public T? Value => value;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        // From here on an error can't become an answer of its own, with a part of this before it.
        await response.StartAsync(httpContext.RequestAborted);
        await JsonSerializer.SerializeAsync(response.BodyWriter, value, json, httpContext.RequestAborted);
        await response.CompleteAsync();
    }
}

internal static class Attachment
{
    public const int PageSize = 500;

    public static Attachment<T> Of<T>(string fileName, T value, JsonTypeInfo<T> json) => new(fileName, value, json);

    /// <summary>All items, a page at a time. What was deleted meanwhile has no more of them.</summary>
    /// <param name="read">Reads the page after a place, and tells the place of its last item.</param>
    public static async IAsyncEnumerable<T> PagesAsync<T>(Func<long, Task<(IReadOnlyList<T> Items, long Last)>> read)
    {
        var place = 0L;
        while (true)
        {
            var (items, last) = await read(place);
            foreach (var item in items) yield return item;
            if (items.Count == 0) yield break;
            place = last;
        }
    }
}
