using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Platform.Api.Products.ByteForge;

/// <summary>Amounts of dollars as clients write them, and whole cents. Digit by digit: no double holds a cent.</summary>
internal static partial class Dollars
{
    /// <summary>No amount that anybody pays has more digits, in cents.</summary>
    private const int MaxDigits = 12;

    /// <summary>Of the significand of a double.</summary>
    private const int Bits = 53;

    /// <summary>
    /// The cents that a JSON number of dollars is exactly, in whatever form it is written: <c>10</c>, <c>10.000</c> and <c>1e1</c> are a
    /// thousand. Null: it is no number, or has a part of a cent. One of a trillion dollars and more counts as <see cref="long.MaxValue"/>.
    /// </summary>
    public static long? Cents(string number)
    {
        var form = Form().Match(number);
        if (!form.Success) return null;
        var (whole, fraction, exponent) = (form.Groups["whole"].Value, form.Groups["fraction"].Value, form.Groups["exponent"].Value);
        var digits = (whole + fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0) return 0;

        var power = exponent.Length == 0 ? 0 : int.Parse(exponent, CultureInfo.InvariantCulture);
        // It is this number of digits, with so many zeros behind it.
        var zeros = power - fraction.Length + digits.Length - significant.Length + 2;
        if (zeros < 0) return null;
        if (significant.Length + zeros > MaxDigits) return form.Groups["minus"].Success ? long.MinValue : long.MaxValue;
        var cents = long.Parse(significant + new string('0', zeros), CultureInfo.InvariantCulture);
        return form.Groups["minus"].Success ? -cents : cents;
    }

    /// <summary>
    /// The tokens that ByteForge's page asks for: the floor of dollars x 1000 in double arithmetic, which is a token less than the thousandfold
    /// where the double is too small. Reckoned in integers, as doubles do it.
    /// </summary>
    /// <param name="cents">1 to 127 dollars.</param>
    public static long PageTokens(long cents)
    {
        // The amount is significand / 2^scale.
        var scale = Bits - 1 - BitOperations.Log2((ulong)(cents / 100));
        var significand = Divide((UInt128)cents << scale, 100);
        var product = significand * 1000;
        var excess = BitOperations.Log2(product) - (Bits - 1);
        return (long)(Divide(product, 1UL << excess) << excess >> scale);
    }

    /// <summary>Rounded to the nearest, and from the middle to the even one, as doubles are.</summary>
    private static ulong Divide(UInt128 value, ulong divisor)
    {
        var (quotient, rest) = UInt128.DivRem(value, divisor);
        var up = 2 * rest > divisor || (2 * rest == divisor && UInt128.IsOddInteger(quotient));
        return (ulong)quotient + (up ? 1UL : 0);
    }

    [GeneratedRegex(@"\A(?<minus>-)?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]{1,6}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
