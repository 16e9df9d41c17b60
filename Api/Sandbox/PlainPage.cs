using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Platform.Api.Sandbox;

/// <summary>A plain page that needs nothing but itself: no script, no picture, no frame around it.</summary>
internal static class PlainPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1d2433; --dim: #5b6577; --line: #dfe3ea; --ground: #fbfbfd; --accent: #2457d6; --bad: #b3261e; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e7eaf1; --dim: #9aa4b5; --line: #2c3444; --ground: #12161f; --accent: #6f9bff; --bad: #ff8a80; }
        }
        body { margin: 0 auto; max-width: 34rem; padding: 3rem 1.5rem; background: var(--ground); color: var(--ink);
          font: 1rem/1.6 system-ui, sans-serif; }
        h1 { margin: 0 0 0.25rem; font-size: 1.6rem; letter-spacing: -0.02em; }
        h2 { margin: 2rem 0 0.5rem; font-size: 1.05rem; }
        p { margin: 0.25rem 0 1rem; color: var(--dim); }
        .price { font-size: 2.2rem; font-weight: 600; color: var(--ink); }
        .bad { color: var(--bad); }
        fieldset { margin: 1.25rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
        legend { padding: 0 0.4rem; color: var(--dim); font-size: 0.9rem; }
        label { display: block; padding: 0.2rem 0; }
        input[type=number] { width: 5rem; }
        button, a.button { display: inline-block; margin: 0 0.5rem 0.5rem 0; padding: 0.55rem 1.1rem; border: 1px solid var(--line); border-radius: 0.5rem;
          background: none; color: var(--ink); font: inherit; text-decoration: none; cursor: pointer; }
        button.main { border-color: var(--accent); background: var(--accent); color: var(--ground); }
        table { width: 100%; border-collapse: collapse; }
        th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th { color: var(--dim); font-size: 0.85rem; font-weight: 500; }
        """;

    /// <summary>Forms go to this server; where it then leads is up to whoever opened the page, so that can't be narrowed here.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page of this title; <paramref name="body"/> is HTML.</summary>
    public static IResult Of(HttpContext context, string title, string body, int status = 200)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        return TypedResults.Content(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)}</title>
            <style>{Style}</style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """,
            $"{MediaTypeNames.Text.Html}; charset=utf-8",
            Encoding.UTF8,
            status);
    }

    public static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
