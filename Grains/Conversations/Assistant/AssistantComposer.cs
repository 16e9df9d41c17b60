using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Conversations.Assistant;

/// <summary>
/// The assistant without a model. It knows nothing and says so: it is polite, tells what it is, and finds what was said before. Pure: equal
/// requests get equal answers.
/// </summary>
internal static class AssistantComposer
{
    public const string Name = "ByteForge AI";

    private const double GraveFrom = 0.45;
    private const int QuoteLength = 100;

    private static readonly string[] AsksForMemory =
        ["did i say", "did i ask", "did i write", "did i tell", "my last message", "my last question", "do you remember", "said before"];

    private static readonly string[] AsksHowItIs = ["how are you", "how do you feel", "are you ok", "how's it going", "what's up"];

    public static string Compose(AssistantRequest request)
    {
        var text = request.Heard.Message.Content;
        var appraisal = Appraiser.Read(text);
        var wordings = appraisal.Gravity >= GraveFrom ? Grave
            : Says(text, AsksForMemory) ? Recall(request)
            : Says(text, AsksHowItIs) ? Fine
            : Answer(appraisal.Intent, Quote(text));
        // Where there is but one wording, it is said again.
        if (wordings.Length > 1) wordings = [.. wordings.Where(wording => wording != request.Instead)];
        // The number is stored, so an answer can be written again to the letter.
        return wordings[new Dice((ulong)request.Heard.Message.Number).Below(wordings.Length)];
    }

    private static string[] Answer(Intent intent, string quote) => intent switch
    {
        Intent.Greeting => [$"Hello! I'm {Name}. What can I do for you?", $"Hi, {Name} here. What would you like to talk about?"],
        Intent.Farewell => ["Goodbye! This conversation stays here for when you come back.", "See you. Everything we wrote is kept."],
        Intent.Thanks or Intent.Compliment => ["You're welcome.", "Glad to be of use. Is there anything else?"],
        Intent.Apology => ["No harm done. How can I help?", "That's all right. What would you like to do?"],
        Intent.Insult => ["I'm sorry that this wasn't what you needed. Tell me what you were looking for.", "I understand. What did you expect instead?"],
        Intent.QuestionAboutCompanion => [About],
        Intent.Question or Intent.Request =>
        [
            $"You ask: \u201c{quote}\u201d. I can't answer that honestly: {NoModel} Your question is kept in this conversation.",
            $"I would have to make up an answer to \u201c{quote}\u201d, and I don't do that: {NoModel}",
        ],
        _ =>
        [
            $"I have noted \u201c{quote}\u201d. I can find it again in this conversation, but not add to it: {NoModel}",
            $"Thank you for telling me: \u201c{quote}\u201d. It is kept here. What would you like to do with it?",
        ],
    };

    private const string NoModel = "this server runs me without a language model, so I have no knowledge to draw on.";

    private const string About =
        $"I'm {Name}, a program and not a person. At the moment {NoModel} I can keep our conversation, remind you of what you wrote before, and "
        + "tell you honestly when I don't know something.";

    private static readonly string[] Fine =
        ["I'm a program, so I have no moods, but I'm running well. What can I do for you?", "All systems are running, thank you. How can I help?"];

    private static readonly string[] Grave =
    [
        "I'm sorry that you are going through this. I'm only a program and can't give the help you deserve. Please talk to somebody you trust, and "
        + "if you or somebody else is in danger, call your local emergency number now.",
    ];

    private static string[] Recall(AssistantRequest request) =>
        request.Recent.LastOrDefault(turn => turn.Message.Role == MessageRole.User) is { } last
            ? [$"Before this you wrote: \u201c{Quote(last.Message.Content)}\u201d."]
            : ["This is the first message that I can see, so there is nothing to look back to yet."];

    private static bool Says(string text, string[] phrases) => phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static string Quote(string text) => Excerpt.Title(text.ReplaceLineEndings(" "), QuoteLength);
}
