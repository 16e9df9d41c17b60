using FsCheck.Xunit;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class ReplyTextTests
{
    private const int Length = 12;

    /// <summary>Wherever a text is cut into pieces, what is passed on of them is what the whole text would have been.</summary>
    [Property(MaxTest = 500, Arbitrary = [typeof(Strange)])]
    public void Pieces_joined_are_the_whole(StrangeText first, StrangeText second, byte seed)
    {
        var all = $" {first.Value} {second.Value}\n";
        var whole = new ReplyText(Length);
        whole.Add(all);

        var text = new ReplyText(Length);
        var passedOn = "";
        for (var at = 0; at < all.Length;)
        {
            var next = Math.Min(all.Length, at + 1 + (seed + at) % 4);
            passedOn += text.Add(all[at..next]);
            at = next;
        }

        Assert.Equal(whole.ToString(), passedOn);
        Assert.Equal(whole.ToString(), text.ToString());
        Assert.Equal(passedOn.Trim(), passedOn);
        Assert.InRange(passedOn.Length, 0, Length);
    }

    [Theory]
    [InlineData("  Hello. \n", "Hello.")]
    [InlineData("a\0b", "ab")]
    [InlineData("0123456789 1234", "0123456789 1")]
    [InlineData("0123456789a 1", "0123456789a")]
    [InlineData("0123456789a🦊", "0123456789a")]
    public void A_text_is_trimmed_and_cut(string text, string expected)
    {
        var reply = new ReplyText(Length);
        reply.Add(text);
        Assert.Equal(expected, reply.ToString());
    }
}
