using System.Globalization;

namespace Platform.Api.Billing;

/// <summary>Whole cents as people read them.</summary>
internal static class Cents
{
    /// <summary>Two decimals, as in <c>10.00</c>.</summary>
    public static string Text(long cents) => string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");

    /// <summary>As in <c>$24.99/month</c>.</summary>
    public static string AMonth(long cents) => $"${Text(cents)}/month";
}
