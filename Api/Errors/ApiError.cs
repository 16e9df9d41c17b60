namespace Platform.Api.Errors;

/// <summary>What went wrong, before a product's envelope gives it the product's own shape.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A constant for programs, such as <c>NOT_FOUND</c>.</param>
/// <param name="Message">One sentence for people; never an exception's text.</param>
/// <param name="Fields">Which fields are wrong, where that is the trouble.</param>
/// <param name="RetryAfter">How long to wait before another try can succeed.</param>
public sealed record ApiError(
    int Status, string Code, string Message, IReadOnlyList<FieldError>? Fields = null, TimeSpan? RetryAfter = null)
{
    public static readonly ApiError MalformedBody = new(400, "MALFORMED_BODY", "The body is not valid JSON.");
    public static readonly ApiError NotAuthenticated = new(401, "UNAUTHORIZED", "Not authenticated");
    public static readonly ApiError InvalidToken = new(401, "UNAUTHORIZED", "Invalid token");
    public static readonly ApiError TokenExpired = new(401, "TOKEN_EXPIRED", "Token expired");
    public static readonly ApiError SessionEnded = new(401, "SESSION_ENDED", "Session invalid or expired");
    public static readonly ApiError Unexpected = new(500, "INTERNAL_ERROR", "An unexpected error occurred");
    public static readonly ApiError Unavailable = new(
        503, "SERVICE_UNAVAILABLE", "The service is busy or restarting. Please try again.", RetryAfter: TimeSpan.FromSeconds(2));

    public static ApiError RateLimited(TimeSpan wait) => new(429, "RATE_LIMITED", "Too many requests. Please slow down.", RetryAfter: wait);

    /// <summary>A plan allows so many messages a day.</summary>
    public static ApiError MessagesSpent(int limit, TimeSpan wait) => new(
        429, "MESSAGE_LIMIT_REACHED", $"Your plan allows {limit} messages a day. A larger plan allows more.", RetryAfter: wait);

    /// <summary>The value at this path is of another type than it should be.</summary>
    public static ApiError WrongType(string path) => Invalid([new(path, $"The value of {path} is not valid.", "type_error")]);

    /// <summary>The error for a status that the framework chose without saying more.</summary>
    public static ApiError OfStatus(int status) => status switch
    {
        400 => new(400, "BAD_REQUEST", "The request is malformed."),
        401 => NotAuthenticated,
        403 => new(403, "FORBIDDEN", "You do not have permission to perform this action."),
        404 => new(404, "NOT_FOUND", "Not found"),
        405 => new(405, "METHOD_NOT_ALLOWED", "This method is not allowed here."),
        408 => new(408, "REQUEST_TIMEOUT", "The request took too long to arrive."),
        413 => new(413, "BODY_TOO_LARGE", "The body is too large."),
        415 => new(415, "UNSUPPORTED_MEDIA_TYPE", "The body must be JSON."),
        503 => Unavailable,
        >= 500 => Unexpected,
        _ => new(status, "BAD_REQUEST", "The request can't be served."),
    };

    public static ApiError Invalid(IReadOnlyList<FieldError> fields) => new(422, "VALIDATION_ERROR", fields[0].Message, fields);
}

/// <summary>One field that is wrong.</summary>
/// <param name="Field">Where, dotted: <c>body.email</c>, <c>query.page</c>.</param>
/// <param name="Message">A sentence that makes sense without the field's name.</param>
/// <param name="Type">A constant for programs, such as <c>missing</c> or <c>string_too_short</c>.</param>
public readonly record struct FieldError(string Field, string Message, string Type);

/// <summary>Leaves a handler with an error; the product's envelope writes it.</summary>
public sealed class ApiException(ApiError error) : Exception(error.Code)
{
    public ApiError Error => error;
}
