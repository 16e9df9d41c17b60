using System.Text;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>What programs stumble over: texts, numbers and JSON that are strange, or more than anybody expects.</summary>
internal static class Odd
{
    /// <summary>UTF-16, halves of pairs included, which only JSON's escapes can carry.</summary>
    private static readonly string[] Texts =
    [
        "", " ", "\t\r\n", "\0", "a\0b", "\0\0\0", "\u0001\u001f\u007f\u0080\u009f", "\ud800", "\udc00", "\udc00\ud800", "a\ud83e", "💥", "👩‍👩‍👧‍👦", "🇺🇳", "🦊🦊",
        "e\u0301\u0301\u0301", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "\u202eevil\u202c", "שלום עולם", "مرحبا بالعالم", "\u200b", "\u2028\u2029", "\ufeff", "\ufffd", "\uffff",
        "ﬀ", "ß", "İıI", "ǅ", "Å", "A\u030a", "ﷺ", "　", "\u00a0", "١٢٣", "𝟙𝟚𝟛", "null", "undefined", "true", "NaN", "Infinity", "0", "-1", "1e400", "00",
        "' OR '1'='1", "'; DROP TABLE messages; --", "$1", "@p0", "%", "_", "%s%n", "\\", "\\x00", "\"", "\"\"", "*", "\"unclosed", "a\" OR \"b", "NEAR(a b)", "a AND", "-", "(", "{{x}}", "${jndi:ldap://x}",
        "<script>alert(1)</script>", "<!--", "]]>", "&amp;", "../../etc/passwd", "..\\..\\", "/", "//", "?a=b&c", "#", "%00", "%2e%2e%2f", "http://127.0.0.1/", "javascript:alert(1)", "file:///etc/passwd",
        "data:image/png;base64,AAAA", "a@b", "a@b.c", "a@b@c.d", "\"a b\"@c.example", "ä@ö.example", "2026-02-30T00:00:00Z", "0000-00-00", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00", "24:00", "29:59",
        "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "ffffffffffffffffffffffffffffffff", "\r\nSet-Cookie: a=b", "a\u0000\u0000", "1.7976931348623157e309",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "0.0", "-0.0", "1", "-1", "1.0", "1e0", "1E2", "0.1", "0.001", "1e-400", "1e400", "-1e400", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "9007199254740993", "1.7976931348623157e308", "4.9e-324", "79228162514264337593543950336",
        "123456789012345678901234567890123456789012345678901234567890", "0.30000000000000004", "1e-28", "99.999", "100.001",
    ];

    /// <summary>No JSON at all.</summary>
    private static readonly string[] NoJson =
        ["NaN", "Infinity", "-Infinity", "undefined", "'x'", "01", "+1", ".5", "1.", "0x10", "1_000", "\"\\x\"", "\"\\u12\"", "tru", "[1,]", "{,}", "{\"a\"}", "{a:1}", "/**/1", "\"\u0001\"", "1 2", ""];

    private static readonly string[] Jsons =
        ["null", "true", "false", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"\":\"\"}", "{\"a\":null}", "{\"a\":1,\"a\":2}", "[1,\"a\",null,{}]", "{\"__proto__\":{}}", "{\"$type\":\"System.Object\"}"];

    public static string Text(Random luck) => luck.Next(8) switch
    {
        0 => Repeated(Texts[luck.Next(Texts.Length)], luck),
        1 => Texts[luck.Next(Texts.Length)] + Texts[luck.Next(Texts.Length)],
        _ => Texts[luck.Next(Texts.Length)],
    };

    public static string Number(Random luck) => Numbers[luck.Next(Numbers.Length)];

    /// <summary>A JSON value, as a rule.</summary>
    public static string Json(Random luck) => luck.Next(16) switch
    {
        < 6 => Quoted(Text(luck), luck),
        < 10 => Number(luck),
        < 14 => Jsons[luck.Next(Jsons.Length)],
        14 => Deep(luck),
        _ => NoJson[luck.Next(NoJson.Length)],
    };

    /// <summary>A segment of a path, escaped.</summary>
    public static string Segment(Random luck) => luck.Next(6) switch
    {
        0 => Guid.NewGuid().ToString(),
        1 => Number(luck),
        2 => new string('a', luck.Next(1, 2000)),
        3 => luck.Next(3) switch { 0 => "..%2f..%2fetc", 1 => "%ff%fe", _ => "%c0%ae" },
        _ => Escaped(Text(luck)) is { Length: > 0 } text ? text : "%20",
    };

    /// <summary>For a path or a query. What UTF-8 can't say is left out, and so is NUL: a server refuses such a path before there is a product.</summary>
    public static string Escaped(string text) => Uri.EscapeDataString(
        new string([.. text.EnumerateRunes().Where(rune => rune.Value is not 0 and not 0xFFFD).SelectMany(rune => rune.ToString())]))
        .Replace("..", "%2e%2e", StringComparison.Ordinal);

    /// <summary>A JSON string, its characters escaped now and then where they need not be.</summary>
    public static string Quoted(string text, Random luck)
    {
        var quoted = new StringBuilder("\"");
        var escapesMore = luck.Next(4) == 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            if (isPair && !escapesMore) quoted.Append(text[at]).Append(text[++at]);
            else if (text[at] is '"' or '\\') quoted.Append('\\').Append(text[at]);
            else if (text[at] < ' ' || char.IsSurrogate(text[at]) || escapesMore) quoted.Append($"\\u{(int)text[at]:x4}");
            else quoted.Append(text[at]);
        }

        return quoted.Append('"').ToString();
    }

    private static string Repeated(string text, Random luck) =>
        string.Concat(Enumerable.Repeat(text.Length == 0 ? "x" : text, luck.Next(2, 5000 / Math.Max(1, text.Length) + 3)));

    private static string Deep(Random luck)
    {
        var depth = luck.Next(10, 200);
        return luck.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }
}
