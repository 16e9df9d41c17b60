using System.Globalization;
using Platform.Billing.Sandbox;

namespace Platform.Api.Sandbox;

/// <summary>What the forms of both pages have in common.</summary>
internal static class PageFields
{
    private static readonly (SandboxCard Card, string Text)[] AllCards =
    [
        (SandboxCard.Pays, "4242 4242 4242 4242: pays"),
        (SandboxCard.PaysOnce, "4000 0000 0000 0341: pays now, and fails when it renews"),
        (SandboxCard.Declined, "4000 0000 0000 0002: is declined"),
    ];

    public static string Cards(SandboxCard chosen) => $"""
        <fieldset><legend>Card</legend>
        {string.Concat(AllCards.Select(one => $"""
        <label><input type="radio" name="card" value="{one.Card}"{(one.Card == chosen ? " checked" : "")}> {one.Text}</label>

        """))}</fieldset>
        """;

    public static string Mail(Mischief mischief) => $"""
        <fieldset><legend>How this server hears of it</legend>
        <label><input type="checkbox" name="twice"{Checked(mischief.Twice)}> every event twice</label>
        <label><input type="checkbox" name="reversed"{Checked(mischief.Reversed)}> the last one first</label>
        <label><input type="number" name="delay" min="0" max="{Mischief.LongestDelay}" value="{mischief.DelaySeconds.ToString(CultureInfo.InvariantCulture)}"> seconds late</label>
        </fieldset>
        """;

    private static string Checked(bool isChecked) => isChecked ? " checked" : "";
}
