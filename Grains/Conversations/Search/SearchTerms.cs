namespace Platform.Conversations.Search;

/// <summary>What is looked for, taken apart: phrases that must all occur.</summary>
internal sealed record SearchTerms(IReadOnlyList<Phrase> Phrases)
{
    private static readonly char[] Quotes = ['"', '“', '”', '„'];

    /// <summary>All words, each with whether it may be the beginning of one.</summary>
    public IEnumerable<(string Text, bool IsPrefix)> Words =>
        Phrases.SelectMany(phrase => phrase.Words.Select((word, i) => (word, phrase.IsPrefix && i == phrase.Words.Count - 1)));

    /// <summary>Null where there is no word in it. A quote that isn't closed is still being typed.</summary>
    public static SearchTerms? Parse(string text)
    {
        var phrases = new List<Phrase>();
        var parts = text.Split(Quotes);
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            // Every other part is between two quotes.
            var chunks = i % 2 == 1 ? new[] { parts[i] } : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (var chunk in chunks)
            {
                // What is written without a space, such as don't, is a phrase too.
                var words = Search.Words.Of(chunk);
                if (words.Count > 0) phrases.Add(new([.. words.Select(word => word.Text)], isLast && ReferenceEquals(chunk, chunks[^1])));
            }
        }

        return phrases.Count > 0 ? new(phrases) : null;
    }

    /// <summary>Where in a text the first phrase is; null where one of them isn't.</summary>
    public Range? FindIn(string text)
    {
        var words = Search.Words.Of(text);
        Range? first = null;
        foreach (var phrase in Phrases)
        {
            if (phrase.FindIn(words) is not { } place) return null;
            first ??= place;
        }

        return first;
    }
}

/// <param name="Words">At least one.</param>
/// <param name="IsPrefix">The last word may be the beginning of one.</param>
internal sealed record Phrase(IReadOnlyList<string> Words, bool IsPrefix)
{
    public Range? FindIn(List<Word> text)
    {
        for (var start = 0; start + Words.Count <= text.Count; start++)
        {
            if (!IsAt(text, start)) continue;
            var last = text[start + Words.Count - 1];
            return text[start].Start..(last.Start + last.Length);
        }

        return null;
    }

    private bool IsAt(List<Word> text, int start)
    {
        var last = Words.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var word = text[start + i].Text;
            if (IsPrefix && i == last ? !word.StartsWith(Words[i], StringComparison.Ordinal) : word != Words[i]) return false;
        }

        return true;
    }
}
