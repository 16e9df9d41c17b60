namespace Platform.Api.Products;

/// <summary>Which products have a host name of their own (<c>Products:{Product}:Hosts</c>).</summary>
internal sealed class ProductHosts
{
    private readonly Dictionary<string, Product> _byHost = new(StringComparer.OrdinalIgnoreCase);

    public ProductHosts(IEnumerable<Product> products, IConfiguration configuration)
    {
        foreach (var product in products)
        {
            foreach (var host in configuration.GetSection($"Products:{product.Id}:Hosts").Get<string[]>() ?? [])
                _byHost.Add(host, product);
        }
    }

    /// <summary>The product that lives at this host name, or null where products are told apart by their path.</summary>
    public Product? Find(HostString host) => _byHost.Count > 0 ? _byHost.GetValueOrDefault(host.Host) : null;

    /// <summary>The path before all that is the product's, as the client of this request sees it: none at a host name of its own.</summary>
    public string Prefix(Product product, HttpRequest request) => Find(request.Host) == product ? "" : $"/{product.Id}";
}
