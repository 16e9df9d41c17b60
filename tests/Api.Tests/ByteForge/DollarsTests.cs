using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Platform.Api.Billing;
using Platform.Api.Products.ByteForge;

namespace Platform.Api.Tests.ByteForge;

/// <summary>Amounts of money, to the cent.</summary>
public sealed class DollarsTests
{
    private static readonly IEnumerable<long> Amounts = Enumerable.Range(100, 9_901).Select(cents => (long)cents);

    [Theory]
    [InlineData("10", 1_000)]
    [InlineData("10.00", 1_000)]
    [InlineData("10.000", 1_000)]
    [InlineData("1e1", 1_000)]
    [InlineData("1E+1", 1_000)]
    [InlineData("0.1e2", 1_000)]
    [InlineData("1000e-2", 1_000)]
    [InlineData("2.01", 201)]
    [InlineData("201e-2", 201)]
    [InlineData("0.01", 1)]
    [InlineData("100", 10_000)]
    [InlineData("1e2", 10_000)]
    [InlineData("007", 700)]
    [InlineData("0", 0)]
    [InlineData("-0.0e999999", 0)]
    [InlineData("-10.5", -1_050)]
    [InlineData("9999999999.99", 999_999_999_999)]
    [InlineData("10000000000", long.MaxValue)]
    [InlineData("1e400", long.MaxValue)]
    [InlineData("-1e999999", long.MinValue)]
    public void A_number_in_any_form_is_read_exactly(string number, long cents) => Assert.Equal(cents, Dollars.Cents(number));

    [Theory]
    [InlineData("10.001")]
    [InlineData("1.0000000000000000000000000000000000001")]
    [InlineData("9.99999999999999999999999999999999999")]
    [InlineData("1e-3")]
    [InlineData("1e-400")]
    [InlineData("1e9999999")]
    [InlineData("")]
    [InlineData(" 10")]
    [InlineData("10\n")]
    [InlineData("10.")]
    [InlineData(".5")]
    [InlineData("1,000")]
    [InlineData("+1")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("١٠")]
    [InlineData("$10")]
    public void What_is_no_number_of_cents_is_none(string number) => Assert.Null(Dollars.Cents(number));

    [Property]
    public bool Zeros_and_exponents_make_no_difference(uint cents, byte zeros, sbyte shift)
    {
        var digits = $"{cents}{new string('0', zeros)}";
        var number = string.Create(CultureInfo.InvariantCulture, $"{digits}e{-2 - zeros}");
        var scaled = string.Create(CultureInfo.InvariantCulture, $"0.{digits}e{digits.Length - 2 - zeros}");
        return Dollars.Cents(number) == cents && Dollars.Cents(scaled) == cents && Dollars.Cents($"{number}{shift:+0;-0;+0}") is null;
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Assert.Equal("10.00", Cents.Text(1_000));
        Assert.Equal("0.05", Cents.Text(5));
        Assert.All(Amounts, cents => Assert.Equal(cents, Dollars.Cents(Cents.Text(cents))));
    }

    [Fact]
    public void The_page_loses_a_token_where_its_doubles_do_and_nowhere_else()
    {
        Assert.All(Amounts, cents => Assert.Equal((long)Math.Floor(cents / 100.0 * 1000), Dollars.PageTokens(cents)));
        Assert.Equal(74, Amounts.Count(cents => Dollars.PageTokens(cents) == cents * 10 - 1));
        Assert.All(Amounts, cents => Assert.InRange(Dollars.PageTokens(cents), cents * 10 - 1, cents * 10));
    }

    [Fact]
    public void What_the_page_asks_for_is_accepted_for_every_amount_and_so_is_what_it_buys_and_nothing_else() => Assert.All(Amounts, cents =>
    {
        var accepted = Enumerable.Range(-3, 7).Select(off => cents * 10 + off).Where(tokens => Payments.Buys(cents, tokens));
        Assert.Equal(new[] { (long)Math.Floor(cents / 100.0 * 1000), cents * 10 }.Distinct(), accepted);
    });

    [Property]
    public Property So_it_is_for_any_amount_that_may_be_paid() => Prop.ForAll(
        Gen.Choose(100, 12_799).ToArbitrary(), cents => Dollars.PageTokens(cents) == (long)Math.Floor(cents / 100.0 * 1000));
}
