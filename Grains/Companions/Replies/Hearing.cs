using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>All that she picks up from one message and the ones before it.</summary>
internal sealed class Hearing
{
    /// <summary>A text of this many words, none of them known, is in a language that she does not speak.</summary>
    private const int ForeignWords = 2;

    private Hearing(ReplyRequest request, in Tokens tokens)
    {
        Reading = Reading.Of(tokens);
        var told = Memory.In(request.Text);
        var recalled = Memory.Of(request.Recent);
        (ToldName, ToldLike) = (told.Name, told.Like);
        Name = told.Name ?? recalled.Name ?? request.Known?.Name;
        // Of what was told long ago, a while after something else.
        var like = recalled.Like ?? (request.Known?.Likes is [.., var last] ? last : null);
        RecalledLike = like == told.Like ? null : like;
        Echo = Mirror.Reflect(tokens);
        Topic = Replies.Topic.Find(tokens) is { } topic && topic != request.Persona.Name ? topic : null;
        Subject = Replies.Topic.Subject(tokens);
        if (request.Appraisal.Intent is Intent.QuestionAboutCompanion or Intent.Request or Intent.Question)
            Asked = Questionnaire.Of(tokens);
        if (request.Appraisal.Intent is Intent.QuestionAboutCompanion or Intent.Request)
        {
            Look = Looks.AskedFor(tokens, request.Persona.Appearance);
            AsksUnknownLook = Look is null && Looks.AsksForUnknown(tokens);
        }
        IsAdvice = tokens.Says("should i") || tokens.Says("shall i");
        IsChoice = IsAdvice && (tokens.Says("what") || tokens.Says("which") || tokens.Says("where"));
        MissesHer = tokens.Says("miss you") || tokens.Says("missed you") || tokens.Says("miss u");
        Special = tokens.Says("guess what") ? Statements.Eager
            : tokens.Says("want to talk about it") || tokens.Says("rather not talk") || tokens.Says("wanna talk about it") ? Statements.Quiet
            : tokens.Says("i'm bored") || tokens.Says("am bored") || tokens.Says("so bored") || tokens.Says("im bored") ? Requests.Bored
            : null;
        IsWhy = tokens.Says("why");
        IsNight = tokens.Says("night") || tokens.Says("goodnight") || tokens.Says("sleep") || tokens.Says("bed") || tokens.Says("gn");
    }

    public Reading Reading { get; }

    /// <summary>How the user wants to be called, told now or before.</summary>
    public string? Name { get; }
    public string? ToldName { get; }
    public string? ToldLike { get; }
    public string? RecalledLike { get; }

    /// <summary>The user's own clause turned around: "you went home".</summary>
    public string? Echo { get; }
    public string? Topic { get; }
    public Subject Subject { get; }
    public Asked Asked { get; }

    /// <summary>The part of her look that is asked for: "my hair is silver".</summary>
    public string? Look { get; }
    public bool AsksUnknownLook { get; }
    public bool IsAdvice { get; }
    public bool IsChoice { get; }
    public bool MissesHer { get; }

    /// <summary>What to say to a phrase that needs an answer of its own; null for all others.</summary>
    public Bank? Special { get; }
    public bool IsWhy { get; }
    public bool IsNight { get; }

    public bool IsForeign => Reading.Words >= ForeignWords && Reading.Known == 0;

    public static Hearing Of(ReplyRequest request)
    {
        var length = Math.Min(request.Text.Length, Tokens.MaxCharacters);
        Span<Token> tokens = stackalloc Token[Math.Min(length, Tokens.MaxTokens)];
        Span<char> keys = stackalloc char[length * 2];
        return new(request, Tokens.Cut(request.Text, tokens, keys));
    }
}
