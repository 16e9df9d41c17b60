using System.Net;
using Microsoft.Extensions.Options;
using Platform.Mail;

namespace Platform.Workspaces;

/// <summary>What the mails say that invite people to a workspace.</summary>
internal sealed class InvitationLetters(IOptions<ProductsOptions> products)
{
    /// <param name="inviter">How the one is called who invites.</param>
    public Letter Write(string email, string inviter, string workspace, string token)
    {
        var link = products.Value.WebAppOf(Products.MascotForge) is { } app ? $"{app}/invitations/{token}" : null;
        return new Letter(email, $"You are invited to {workspace} on MascotForge", Text(inviter, workspace, token, link), Html(inviter, workspace, token, link));
    }

    private static string Text(string inviter, string workspace, string token, string? link) =>
        $"""
        {inviter} invites you to the workspace {workspace} on MascotForge.

        Sign in with this address, or sign up with it, and {(link is null ? "accept the invitation with this code" : "open this link")}:

            {link ?? token}

        It works once, for seven days. If you don't want to join, there is nothing that you need to do.
        """;

    private static string Html(string inviter, string workspace, string token, string? link)
    {
        var href = WebUtility.HtmlEncode(link);
        return $"""
            <!doctype html>
            <html lang="en"><body style="font-family: sans-serif">
            <p>{WebUtility.HtmlEncode(inviter)} invites you to the workspace <strong>{WebUtility.HtmlEncode(workspace)}</strong> on MascotForge.</p>
            <p>Sign in with this address, or sign up with it, and {(link is null
                ? $"accept the invitation with this code:</p>\n<p><code>{token}</code>"
                : $"<a href=\"{href}\">open this link</a>.")}</p>
            <p>It works once, for seven days. If you don't want to join, there is nothing that you need to do.</p>
            </body></html>
            """;
    }
}
