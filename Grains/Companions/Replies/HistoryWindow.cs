using System.Globalization;
using System.Text;

namespace Platform.Companions.Replies;

/// <summary>Which earlier messages a model is shown word for word, and what is said of those before them.</summary>
internal static class HistoryWindow
{
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

    /// <summary>What the user told before the messages from <paramref name="end"/> on, in a line; null when there is nothing to say.</summary>
    public static string? Digest(IReadOnlyList<PastMessage> messages, int end, Known? known)
    {
        var name = known?.Name;
        var likes = new List<string>(known?.Likes.Reverse() ?? []);
        for (var i = end - 1; i >= 0; i--)
        {
            if (!messages[i].FromUser) continue;
            var told = Memory.In(messages[i].Content);
            name ??= told.Name;
            if (told.Like is { } like && likes.Count < Known.MaxLikes && !likes.Contains(like, StringComparer.OrdinalIgnoreCase)) likes.Add(like);
        }

        List<string> said = [];
        if (end > 0) said.Add(string.Create(CultureInfo.InvariantCulture, $"Earlier: {end} messages that are not shown here."));
        if (name is not null) said.Add($"The user's name is {name}.");
        if (likes.Count > 0) said.Add($"The user likes {string.Join(", ", likes)}.");
        return said.Count > 0 ? string.Join(' ', said) : null;
    }
}
