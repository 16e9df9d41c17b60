using System.Globalization;
using System.Text;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>One request, to the letter.</summary>
/// <param name="Target">Path and query as they go over the wire.</param>
/// <param name="Body">Null: none.</param>
/// <param name="IsChunked">Whether the body's length isn't told before it.</param>
internal sealed record FuzzRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, bool IsChunked)
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public HttpRequestMessage ToMessage(Uri server)
    {
        var message = new HttpRequestMessage(new(Method), new Uri(server.GetLeftPart(UriPartial.Authority) + Target, AsItIs));
        if (Body is not null) message.Content = new ByteArrayContent(Body);
        if (Body is not null && IsChunked) message.Headers.TransferEncodingChunked = true;
        foreach (var (name, value) in Headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>A line for a shell that sends the same again. A large body is in a file that the line names.</summary>
    public string ToCurl(Uri server)
    {
        var line = new StringBuilder("curl -i --path-as-is -X ").Append(Method);
        foreach (var (name, value) in Headers) line.Append(CultureInfo.InvariantCulture, $" -H {Quoted($"{name}: {value}")}");
        // Otherwise it would call the body a form.
        if (Body is not null && Headers.All(header => header.Name != "Content-Type")) line.Append(" -H 'Content-Type:'");
        if (IsChunked) line.Append(" -H 'Transfer-Encoding: chunked'");
        if (Body is { Length: <= 4096 }) line.Insert(0, $"printf {Octal(Body)} | ").Append(" --data-binary @-");
        else if (Body is not null) line.Append(CultureInfo.InvariantCulture, $" --data-binary @{Kept(Body)}");
        return line.Append(CultureInfo.InvariantCulture, $" {Quoted(server.GetLeftPart(UriPartial.Authority) + Target)}").ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>As <c>printf</c> reads it: any bytes, NUL too, which no argument can hold.</summary>
    private static string Octal(byte[] bytes) => Quoted(string.Concat(bytes.Select(one =>
        one is >= 0x20 and < 0x7F and not ((byte)'\\' or (byte)'%' or (byte)'\'') ? ((char)one).ToString() : $"\\{Convert.ToString(one, 8).PadLeft(3, '0')}")));

    private static string Kept(byte[] body)
    {
        var path = Path.Combine(Path.GetTempPath(), $"platform-fuzz-{Guid.NewGuid():N}.body");
        File.WriteAllBytes(path, body);
        return path;
    }
}
