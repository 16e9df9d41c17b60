using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Platform.Api.Home;

/// <summary>The overview as a page that needs nothing but itself.</summary>
internal static class HomePage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1d2433; --dim: #5b6577; --line: #dfe3ea; --ground: #fbfbfd; --link: #2457d6; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e7eaf1; --dim: #9aa4b5; --line: #2c3444; --ground: #12161f; --link: #8ab0ff; }
        }
        body { margin: 0 auto; max-width: 56rem; padding: 4rem 1.5rem; background: var(--ground); color: var(--ink);
          font: 1rem/1.6 system-ui, sans-serif; }
        h1 { margin: 0; font-size: 2rem; letter-spacing: -0.02em; }
        p { margin: 0.25rem 0 2rem; color: var(--dim); }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 0.75rem 1rem 0.75rem 0; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
        thead th { color: var(--dim); font-size: 0.85rem; font-weight: 500; }
        code { font: 0.9rem ui-monospace, monospace; }
        a { color: var(--link); }
        nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin-top: 2rem; }
        """;

    /// <summary>Its own style, known by its hash, and nothing else: no script, no picture, no frame around it.</summary>
    public static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string Of(Overview overview) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(overview.Name)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <h1>{Text(overview.Name)}</h1>
        <p>{Text(overview.Description)}</p>
        <div class="wide">
        <table>
        <thead><tr><th scope="col">Product</th><th scope="col">Base address</th><th scope="col">Docs</th><th scope="col">OpenAPI</th></tr></thead>
        <tbody>
        {string.Concat(overview.Products.Select(Row))}</tbody>
        </table>
        </div>
        <nav>
        <a href="{Text(overview.Docs)}">Docs</a>
        <a href="{Text(overview.Health)}">Health</a>
        <a href="{Text(overview.Readiness)}">Readiness</a>
        <a href="{Text(overview.Keys)}">Public keys (JWKS)</a>
        </nav>
        </body>
        </html>

        """;

    private static string Row(ProductPlace product) => $"""
        <tr><th scope="row">{Text(product.Name)}</th><td><code>{Text(product.BaseUrl)}</code></td>
        <td><a href="{Text(product.Docs)}">Docs</a></td><td><a href="{Text(product.Openapi)}">JSON</a></td></tr>

        """;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
