namespace Platform.Api.Http;

/// <summary>
/// A NUL in a query is read as the character for what is no text, like bytes that are no UTF-8: PostgreSQL takes none, and nothing that is
/// stored has one (<see cref="WellFormedString"/>), so it can't be asked for either.
/// </summary>
internal sealed class QueryText(RequestDelegate next)
{
    private const string Nul = "%00";

    /// <summary>U+FFFD.</summary>
    private const string NoText = "%EF%BF%BD";

    public Task InvokeAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value;
        if (query?.Contains(Nul, StringComparison.Ordinal) == true)
            context.Request.QueryString = new QueryString(query.Replace(Nul, NoText, StringComparison.Ordinal));
        return next(context);
    }
}
