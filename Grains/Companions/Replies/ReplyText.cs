using System.Text;

namespace Platform.Companions.Replies;

/// <summary>
/// A reply that comes in pieces: trimmed, and cut at <paramref name="maxLength"/> characters at a whole code point. What may be passed on of
/// each piece, joined, is the text: white space waits until something follows it, and so does half a code point.
/// </summary>
internal sealed class ReplyText(int maxLength)
{
    private readonly StringBuilder _text = new();
    private string _held = "";

    /// <summary>Whether nothing more fits.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes the next piece and returns what may be passed on now; empty when that is nothing.</summary>
    public string Add(string piece)
    {
        if (IsFull) return "";
        // No database keeps a NUL inside a text.
        var all = _held + piece.Replace("\0", "", StringComparison.Ordinal);
        if (_text.Length == 0) all = all.TrimStart();
        var ready = all.Length > 0 && char.IsHighSurrogate(all[^1]) ? all[..^1].TrimEnd() : all.TrimEnd();
        _held = all[ready.Length..];
        if (_text.Length + ready.Length >= maxLength)
        {
            IsFull = true;
            ready = Cut(ready, maxLength - _text.Length);
        }

        _text.Append(ready);
        return ready;
    }

    public override string ToString() => _text.ToString();

    private static string Cut(string text, int length)
    {
        length = Math.Min(length, text.Length);
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd();
    }
}
