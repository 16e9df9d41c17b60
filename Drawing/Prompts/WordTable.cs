using System.Collections.Frozen;

namespace Platform.Drawing.Prompts;

/// <summary>What words and phrases mean. It is written as lines: a meaning, a colon, its words; the words of a phrase are joined by
/// <c>_</c>.</summary>
internal sealed class WordTable<T>
{
    private readonly FrozenDictionary<string, T> _meanings;
    private readonly int _longest;

    public WordTable(string lines, Func<string, T> meaning)
    {
        Dictionary<string, T> meanings = [];
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, words) = (line[..line.IndexOf(':', StringComparison.Ordinal)],
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) meanings[word.Replace('_', ' ')] = meaning(name);
        }

        _meanings = meanings.ToFrozenDictionary(StringComparer.Ordinal);
        _longest = meanings.Keys.Max(key => key.Count(c => c == ' ') + 1);
    }

    /// <summary>The meaning of the longest phrase that starts at a word, and how many words it has; 0: none.</summary>
    public int Read(IReadOnlyList<string> words, int at, out T? meaning)
    {
        for (var length = Math.Min(_longest, words.Count - at); length > 0; length--)
        {
            var start = length == 1 ? "" : string.Join(' ', words.Skip(at).Take(length - 1)) + " ";
            foreach (var last in PromptWords.Singulars(words[at + length - 1]))
            {
                if (_meanings.TryGetValue(start + last, out meaning)) return length;
            }
        }

        meaning = default;
        return 0;
    }
}
