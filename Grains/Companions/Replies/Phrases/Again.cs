namespace Platform.Companions.Replies.Phrases;

/// <summary>
/// How a line begins that must be said again because nothing new is left to say. With each of these it is another sentence, so twenty turns
/// are never too long for a bank of two lines.
/// </summary>
internal static class Again
{
    public static readonly string[] Openings =
    [
        "Once more: ", "Again, then: ", "As I said: ", "Still true: ", "Like before: ", "I'll say it again: ", "One more time: ",
        "No change here: ", "Same as ever: ", "You know this one: ", "A minute later, still: ", "For the record: ",
    ];

    /// <summary>For somebody who is in trouble.</summary>
    public static readonly string[] Gentle =
    [
        "Again, because it matters: ", "I say it once more: ", "It stays true: ", "Hear it again: ", "Still, and always: ",
        "I'll keep saying it: ", "Now as before: ", "However often you need it: ", "One thing again: ", "As I said, and I mean it: ",
        "Nothing has changed in this: ", "And again: ",
    ];
}
