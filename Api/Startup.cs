using System.Globalization;
using Platform.Api.Products;

namespace Platform.Api;

/// <summary>Where the server listens by default, and what it tells whoever has started it.</summary>
internal static class Startup
{
    private const string DefaultAddress = "http://localhost:8000";

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        string[] configured = ["urls", "http_ports", "https_ports"];
        var isConfigured = configured.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured) builder.WebHost.UseUrls(DefaultAddress);
    }

    public static void AnnounceWhenStarted(this WebApplication app, string dataLocation) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.FirstOrDefault() ?? DefaultAddress;
        var products = app.Services.GetServices<Product>();
        var width = products.Max(product => product.Title.Length);
        var lines = products.Select(product => Line(product.Title, $"{address}/{product.Id}{product.BasePath}"))
            .Append(Line("Docs", $"{address}/docs"))
            .Append(Line("Data", dataLocation));
        Console.WriteLine(string.Join(Environment.NewLine, lines));

        string Line(string name, string place) =>
            string.Create(CultureInfo.InvariantCulture, $"  {name.PadRight(width)}  {place}");
    });
}
