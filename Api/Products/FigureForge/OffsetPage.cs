using System.Globalization;
using Platform.Api.Http;

namespace Platform.Api.Products.FigureForge;

/// <summary>A page of a list as the contract has it: <c>limit</c> and <c>offset</c>, and links to the pages beside it.</summary>
internal readonly record struct OffsetPage(string Path, int Limit, int Offset)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>What else the links to other pages need, beginning with an ampersand.</summary>
    public string? Filter { get; init; }

    public static OffsetPage Of(HttpContext context, Validation check) => new(
        $"{context.Request.PathBase}{context.Request.Path}",
        check.Number(context.Request.Query["limit"], "query.limit", DefaultLimit, 1, MaxLimit),
        check.Number(context.Request.Query["offset"], "query.offset", 0, 0, int.MaxValue - MaxLimit));

    public string? Next(long total) => Offset + Limit < total ? Link(Offset + Limit) : null;

    public string? Previous() => Offset > 0 ? Link(Math.Max(0, Offset - Limit)) : null;

    private string Link(int offset) => string.Create(CultureInfo.InvariantCulture, $"{Path}?limit={Limit}&offset={offset}{Filter}");
}
