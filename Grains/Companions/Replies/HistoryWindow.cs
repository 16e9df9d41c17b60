using System.Globalization;
using System.Text;

namespace Platform.Companions.Replies;

/// <summary>Which earlier messages a model is shown word for word, and what is said of those before them.</summary>
internal static class HistoryWindow
{
    /// <summary>How many things that the user likes are worth their tokens.</summary>
    private const int MaxLikes = 5;

    /// <summary>What a message costs beside its words: its role and its ends.</summary>
    private const int Frame = 4;

    /// <summary>An estimate that is rather too high than too low for every script: a token is seldom less than three bytes.</summary>
    public static int Tokens(string text) => Frame + ((Encoding.UTF8.GetByteCount(text) + 2) / 3);

    /// <summary>The index of the first message that fits together with all after it; the count when none fits.</summary>
    public static int Start(IReadOnlyList<PastMessage> messages, int tokens)
    {
        var start = messages.Count;
        while (start > 0 && (tokens -= Tokens(messages[start - 1].Content)) >= 0) start--;
        return start;
    }

    /// <summary>What the messages before <paramref name="end"/> told, in a line; null when there are none.</summary>
    public static string? Digest(IReadOnlyList<PastMessage> messages, int end)
    {
        if (end == 0) return null;
        string? name = null;
        var likes = new List<string>();
        for (var i = end - 1; i >= 0; i--)
        {
            if (!messages[i].FromUser) continue;
            var told = Memory.In(messages[i].Content);
            name ??= told.Name;
            if (told.Like is { } like && likes.Count < MaxLikes && !likes.Contains(like, StringComparer.OrdinalIgnoreCase)) likes.Add(like);
        }

        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Earlier: {end} messages that are not shown here."));
        if (name is not null) text.Append(CultureInfo.InvariantCulture, $" The user's name is {name}.");
        if (likes.Count > 0) text.Append(CultureInfo.InvariantCulture, $" The user likes {string.Join(", ", likes)}.");
        return text.ToString();
    }
}
