namespace Platform;

/// <summary>The section <c>Products</c>: what an operator says of each, by its id in any case.</summary>
public sealed class ProductsOptions() : Dictionary<string, ProductOptions>(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>The address of a product's own web app, without a slash at its end, or null where none is known.</summary>
    public string? WebAppOf(string product) =>
        TryGetValue(product, out var options) && options.WebAppUrl?.TrimEnd('/') is { Length: > 0 } url ? url : null;
}

/// <summary>The section <c>Products:{product}</c>.</summary>
public sealed class ProductOptions
{
    /// <summary>An absolute http or https address; mails link to it.</summary>
    public string? WebAppUrl { get; set; }
}
