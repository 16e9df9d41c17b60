using System.Text.Json.Nodes;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Products;
using Platform.Api.Security;

namespace Platform.Api.Documentation;

/// <summary>Which errors a route can answer with: those that follow from what it is, and the refusals that it declares.</summary>
internal static class RouteErrors
{
    public static readonly DateTimeOffset SampleTime = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>One line for each error that needs no declaration.</summary>
    private static readonly (Func<ApiRoute, bool> Concerns, ApiError Error)[] Inferred =
    [
        (route => route.Body is not null, ApiError.MalformedBody),
        (IsPost, IdempotencyKeys.InvalidKey),
        (IsPost, IdempotencyKeys.ReusedKey),
        (IsPost, IdempotencyKeys.InProgress),
        (route => route.JudgesToken, ApiError.NotAuthenticated),
        (route => route.JudgesToken, ApiError.InvalidToken),
        (route => route.JudgesToken, ApiError.TokenExpired),
        (route => route.JudgesToken, ApiError.SessionEnded),
        (route => route.Body is not null, ApiError.OfStatus(413)),
        (route => route.NeedsSession || route.ExaminesToken || route.Has<AddressLimit>(), ApiError.RateLimited(TimeSpan.FromSeconds(30))),
        (route => route.Has<MessageBrought>(), ApiError.MessagesSpent(100, TimeSpan.FromHours(6))),
        (_ => true, ApiError.Unexpected),
        (_ => true, ApiError.Unavailable),
    ];

    public static IEnumerable<ApiError> Of(Product product, ApiRoute route, JsonObject? body, RouteDocumentation said) =>
    [
        .. Inferred.Where(inferred => inferred.Concerns(route)).Select(inferred => inferred.Error),
        .. WrongFields(body),
        .. WrongNumbers(said.Parameters),
        .. (said.Required ?? []).Select(name => Refused(check => check.Length(null, $"query.{name}", 1, 1))),
        .. route.All<DeclaredRefusal>().Select(refusal => product.ErrorOf(Sample(refusal))),
    ];

    private static bool IsPost(ApiRoute route) => route.Method == HttpMethods.Post;

    /// <summary>The first required field is missing; the first one is of the wrong type.</summary>
    private static IEnumerable<ApiError> WrongFields(JsonObject? schema)
    {
        if (schema?["properties"]?.AsObject() is not { Count: > 0 } fields) yield break;
        if (schema["required"]?.AsArray() is [{ } required, ..])
            yield return Refused(check => check.Length(null, $"body.{required.GetValue<string>()}", 1, 1));
        yield return ApiError.WrongType($"body.{fields.First().Key}");
    }

    private static IEnumerable<ApiError> WrongNumbers(JsonObject? parameters)
    {
        var number = parameters?.FirstOrDefault(parameter => parameter.Value?["type"]?.GetValue<string>() == "integer").Key;
        if (number is not null) yield return Refused(check => check.Number("x", $"query.{number}", 1, 1, 1));
    }

    private static ApiError Refused(Action<Validation> wrong)
    {
        var check = new Validation();
        wrong(check);
        return ApiError.Invalid(check.Errors);
    }

    private static Refusal Sample(DeclaredRefusal refusal) =>
        new(refusal.Kind, refusal.Message ?? Sentence(refusal), refusal.Field, SampleTime);

    /// <summary>As grains say it.</summary>
    private static string Sentence(DeclaredRefusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => "Not found",
        RefusalKind.Invalid => "The value is not valid.",
        RefusalKind.Taken => $"This {refusal.Field} is already registered.",
        RefusalKind.WrongCredentials => "Invalid email or password",
        RefusalKind.Locked => $"Account locked due to too many failed attempts. Try again after {SampleTime:yyyy-MM-ddTHH:mm:ssZ}",
        RefusalKind.LimitReached => "You have as many of these as you may have.",
        RefusalKind.ReplyFailed => "The reply could not be written. Your message was kept; please try again.",
        RefusalKind.SessionEnded => "Session invalid or expired",
        RefusalKind.WrongCode => "Invalid or expired code",
        RefusalKind.TooMany => "Too many codes were requested for this address. Please try again later.",
        RefusalKind.MailFailed => "The mail could not be sent. Please try again.",
        RefusalKind.TokenLimitReached => "Token limit reached for this conversation. Please make a payment to continue.",
        RefusalKind.CoolingDown => $"Too soon for this again. Try again after {SampleTime:yyyy-MM-ddTHH:mm:ssZ}",
        RefusalKind.NotCompleted => "This mission is not completed yet",
        RefusalKind.AlreadyClaimed => "The reward was already claimed",
        RefusalKind.NothingToAnswer => "Nothing was said yet that could be answered.",
        RefusalKind.InsufficientFunds => "Insufficient credits",
        RefusalKind.Forbidden => "You do not have permission to perform this action.",
        RefusalKind.PaymentsUnavailable => "The payment service can't be reached. Nothing was charged. Please try again.",
        var kind => kind.ToString(),
    };
}
