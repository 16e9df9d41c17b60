using System.Net;
using Microsoft.Extensions.Options;
using Platform.Mail;

namespace Platform.Identity;

/// <summary>What the mails with codes say: one kind in each product that has them.</summary>
internal sealed class CodeLetters(IOptions<ProductsOptions> products)
{
    private static readonly Dictionary<string, Wording> ByProduct = new()
    {
        [Products.FigureForge] = new("FigureForge", "sign-in code", "sign in to FigureForge", "/auth/magic-link"),
        [Products.NeuroTamagotchi] = new("NeuroTamagotchi", "code for a new password", "set a new password", "/auth/reset-password"),
    };

    /// <param name="directoryKey">The key of the address, <c>{product}:{email}</c>.</param>
    /// <param name="code">The digits.</param>
    public Letter Write(string directoryKey, string code)
    {
        var (product, email) = IAccountDirectoryGrain.Parts(directoryKey);
        var wording = ByProduct[product];
        var link = products.Value.WebAppOf(product) is { } app
            ? $"{app}{wording.Path}?code={code}&email={Uri.EscapeDataString(email)}"
            : null;
        return new Letter(email, $"{code} is your {wording.Product} {wording.Name}", Text(wording, code, link), Html(wording, code, link));
    }

    private static string Text(Wording wording, string code, string? link) =>
        $"""
        Your {wording.Name}:

            {code}

        {(link is null ? $"Enter it to {wording.Purpose}." : $"Enter it to {wording.Purpose}, or open this link:\n{link}")}

        It works once, for fifteen minutes. If you have not asked for it, there is nothing that you need to do.
        """;

    private static string Html(Wording wording, string code, string? link)
    {
        var href = WebUtility.HtmlEncode(link);
        return $"""
            <!doctype html>
            <html lang="en"><body style="font-family: sans-serif">
            <p>Your {wording.Name}:</p>
            <p style="font-size: 2em; letter-spacing: 0.2em"><strong>{code}</strong></p>
            <p>Enter it to {wording.Purpose}{(link is null ? "." : $", or <a href=\"{href}\">open this link</a>.")}</p>
            <p>It works once, for fifteen minutes. If you have not asked for it, there is nothing that you need to do.</p>
            </body></html>
            """;
    }

    private sealed record Wording(string Product, string Name, string Purpose, string Path);
}
