using System.Collections.Frozen;

namespace Platform.Companions.Replies;

/// <summary>A way of speaking that has lines of its own. A persona may have several, or none.</summary>
[Flags]
internal enum Manner
{
    Plain = 0,
    Cheerful = 1 << 0,
    Curious = 1 << 1,
    Shy = 1 << 2,
    Sarcastic = 1 << 3,
    Caring = 1 << 4,
    Playful = 1 << 5,
    Calm = 1 << 6,
    Tsundere = 1 << 7,
    Energetic = 1 << 8,
    Wise = 1 << 9,
    Mischievous = 1 << 10,
    Gloomy = 1 << 11,
    Romantic = 1 << 12,
    Nerdy = 1 << 13,
    Brave = 1 << 14,
    Formal = 1 << 15,
    Mysterious = 1 << 16,
}

/// <summary>Finds manners in the free text of traits and tones.</summary>
internal static class Manners
{
    private static readonly FrozenDictionary<string, Manner>.AlternateLookup<ReadOnlySpan<char>> ByWord = Words()
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Manner)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Manner, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The manners that the words of a text name; words that name none are passed over.</summary>
    public static Manner In(ReadOnlySpan<char> text)
    {
        var manner = Manner.Plain;
        while (!text.IsEmpty)
        {
            var end = 0;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end > 0 && ByWord.TryGetValue(text[..end], out var named))
                manner |= named;
            text = text[Math.Min(end + 1, text.Length)..];
        }
        return manner;
    }

    private static (Manner Manner, string Words)[] Words() =>
    [
        (Manner.Cheerful, "cheerful happy joyful sunny bright optimistic positive bubbly merry upbeat funny"),
        (Manner.Curious, "curious inquisitive adventurous inventive creative explorer imaginative"),
        (Manner.Shy, "shy timid quiet bashful introverted soft softspoken meek whispery nervous"),
        (Manner.Sarcastic, "sarcastic witty snarky dry ironic cynical blunt cool"),
        (Manner.Caring, "caring kind gentle sweet warm empathetic loving supportive loyal motherly nurturing compassionate friendly"),
        (Manner.Playful, "playful silly childish goofy teasing carefree whimsical"),
        (Manner.Calm, "calm serene peaceful patient relaxed chill stoic composed soothing"),
        (Manner.Tsundere, "tsundere proud stubborn haughty prickly"),
        (Manner.Energetic, "energetic lively hyper excited enthusiastic athletic passionate loud sporty"),
        (Manner.Wise, "wise thoughtful philosophical old ancient sage mature reflective poetic"),
        (Manner.Mischievous, "mischievous naughty cheeky sly cunning trickster impish rebellious"),
        (Manner.Gloomy, "gloomy melancholic melancholy pessimistic moody sad dark goth emo brooding"),
        (Manner.Romantic, "romantic flirty dreamy affectionate sensual tender"),
        (Manner.Nerdy, "nerdy geeky smart intelligent analytical logical bookish scientific genius techy"),
        (Manner.Brave, "brave bold fearless heroic courageous fierce confident strong determined"),
        (Manner.Formal, "formal polite elegant refined professional noble respectful serious"),
        (Manner.Mysterious, "mysterious enigmatic cryptic secretive mystical ethereal"),
    ];
}
