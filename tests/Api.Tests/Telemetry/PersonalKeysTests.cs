using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Hosting.Telemetry;

namespace Platform.Api.Tests.Telemetry;

/// <summary>A line of JSON doesn't say whose actor something went wrong with.</summary>
public sealed class PersonalKeysTests
{
    [Theory]
    [InlineData("[S127.0.0.2:11111:1 accountdirectory/demi:ada@example.com]", "[S127.0.0.2:11111:1 accountdirectory/…]")]
    [InlineData("to grain stranger/byteforge:ada+x@example.com #1", "to grain stranger/… #1")]
    [InlineData("addressbudget/demi:2001:db8::1, mailedcode/figureforge:ada@example.com", "addressbudget/… mailedcode/…")]
    [InlineData("user/0193f2b4c5d67890 and /demi/api/v1", "user/0193f2b4c5d67890 and /demi/api/v1")]
    public void Keys_that_tell_are_left_out(string text, string expected)
    {
        Assert.Equal(expected, PersonalKeys.Hidden(text));

        using var written = new StringWriter();
        new JsonLines(TimeProvider.System).Write(
            new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
                LogLevel.Warning, "Orleans", default, [new("Key", text), new("{OriginalFormat}", "{Key}")], new TimeoutException(text), (_, _) => text),
            scopeProvider: null,
            written);
        foreach (var personal in (string[])["ada", "2001:db8"]) Assert.DoesNotContain(personal, written.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, written.ToString().Split(expected[..12]).Length);
    }
}
