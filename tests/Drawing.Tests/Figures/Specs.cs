using Platform.Drawing.Figures;

namespace Platform.Drawing.Tests.Figures;

internal static class Specs
{
    /// <summary>A spec from filters such as <c>pose=lying, style=silhouette</c>.</summary>
    public static FigureSpec Of(string filters, string? prompt = null) => FigureSpec.Read(
        filters.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(filter => filter.Split('='))
            .ToDictionary(filter => filter[0], filter => filter[1]), prompt);
}
