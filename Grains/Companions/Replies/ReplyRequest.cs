namespace Platform.Companions.Replies;

/// <summary>All that a reply depends on. Equal requests get equal replies from the <c>builtin</c> engine.</summary>
/// <param name="Persona">Who answers.</param>
/// <param name="Emotions">What she feels after having read <paramref name="Text"/>.</param>
/// <param name="Emotion">The strongest feeling as a word: <c>neutral</c>, <c>happy</c>, <c>sad</c>, <c>excited</c>, <c>tired</c> or <c>lonely</c>.</param>
/// <param name="Appraisal">What <paramref name="Text"/> does to her.</param>
/// <param name="Bond">How close the two are: 0 for strangers, without a ceiling.</param>
/// <param name="Silence">How long nobody had written before <paramref name="Text"/>; zero for a first message.</param>
/// <param name="Recent">The last messages before <paramref name="Text"/>, oldest first; may be empty.</param>
/// <param name="Text">What the user wrote: 1 to 4,000 characters in any language.</param>
/// <param name="Seed">Chooses among equally fitting words.</param>
/// <param name="Known">What she knows of the user from whenever it was told; null: nothing but what is in <paramref name="Recent"/>.</param>
internal sealed record ReplyRequest(
    Persona Persona,
    Emotions Emotions,
    string Emotion,
    Appraisal Appraisal,
    long Bond,
    TimeSpan Silence,
    IReadOnlyList<PastMessage> Recent,
    string Text,
    ulong Seed,
    Known? Known = null)
{
    /// <summary>Where a request travels inside the additional properties of <c>ChatOptions</c>.</summary>
    public const string Key = "platform.reply";
}

/// <summary>One earlier message as a reply engine sees it.</summary>
internal readonly record struct PastMessage(bool FromUser, string Content);
