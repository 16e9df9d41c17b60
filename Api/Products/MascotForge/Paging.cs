using Platform.Api.Http;

namespace Platform.Api.Products.MascotForge;

/// <summary>A page of a list as the contract has it: <c>page</c> from 1, and <c>limit</c>.</summary>
internal readonly record struct Paging(int Page, int Limit)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;
    private const int MaxPage = 1_000_000;

    public int Offset => (Page - 1) * Limit;

    public static Paging Of(HttpRequest request, Validation check) => new(
        check.Number(request.Query["page"], "query.page", 1, 1, MaxPage),
        check.Number(request.Query["limit"], "query.limit", DefaultLimit, 1, MaxLimit));

    public PageMeta Meta(long total) => new(Page, Limit, total, (total + Limit - 1) / Limit);
}

/// <param name="Total">Items in all; <paramref name="TotalPages"/> is 0 where there are none.</param>
internal sealed record PageMeta(int Page, int Limit, long Total, long TotalPages);
