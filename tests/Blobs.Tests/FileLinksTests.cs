using FsCheck;
using FsCheck.Xunit;

namespace Platform.Blobs.Tests;

public sealed class FileLinksTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BlobKey Key =
        BlobKey.Of(BlobFolder.Of("mascotforge", Guid.Parse("0199c2de-7c5e-7b51-9d3a-4c1f0f6f2a10")), [1], "png");

    private readonly FileLinks _links = new(Some.Bytes(32, 1));

    [Fact]
    public void A_link_says_the_file_the_name_and_the_time()
    {
        var link = _links.Sign(Key, "Füchsin & Co #1.png", Now.AddHours(1));
        var signed = $"/files/{Key}?name=F%C3%BCchsin%20%26%20Co%20%231.png&expires=1772370000&signature=";
        Assert.StartsWith(signed, link, StringComparison.Ordinal);
        Assert.Equal(new FileLink(FileLinkStatus.Valid, Key, "Füchsin & Co #1.png", Now.AddHours(1)), Verify(link, Now));
    }

    [Fact]
    public void A_link_is_the_same_whenever_it_is_signed()
    {
        Assert.Equal(_links.Sign(Key, "a.png", Now), _links.Sign(Key, "a.png", Now.AddMilliseconds(999)));
        Assert.Matches("^/files/[^?]+[?]signature=[A-Za-z0-9_-]{43}$", _links.Sign(Key));
    }

    [Fact]
    public void A_link_expires_to_the_second()
    {
        var link = _links.Sign(Key, null, Now);
        Assert.Equal(FileLinkStatus.Valid, Verify(link, Now.AddMilliseconds(-1)).Status);
        Assert.Equal(new FileLink(FileLinkStatus.Expired, null, null, null), Verify(link, Now));
    }

    [Fact]
    public void A_link_without_a_time_is_for_ever() =>
        Assert.Equal(new FileLink(FileLinkStatus.Valid, Key, null, null), Verify(_links.Sign(Key), DateTimeOffset.MaxValue));

    [Fact]
    public void A_time_before_all_times_has_passed() =>
        Assert.Equal(FileLinkStatus.Expired, Verify(_links.Sign(Key, null, DateTimeOffset.MinValue), Now).Status);

    [Property]
    public void What_is_signed_is_read(NonEmptyString name, uint seconds, bool isNamed, bool isForEver)
    {
        var text = name.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c != '\uFFFD').Take(200);
        var downloadName = isNamed ? string.Concat(text) : null;
        if (downloadName?.Length == 0) return;
        DateTimeOffset? expires = isForEver ? null : DateTimeOffset.FromUnixTimeSeconds(seconds).AddSeconds(1);
        var link = Verify(_links.Sign(Key, downloadName, expires), DateTimeOffset.UnixEpoch);
        Assert.Equal(new FileLink(FileLinkStatus.Valid, Key, downloadName, expires), link);
    }

    [Property(MaxTest = 2000)]
    public void Any_change_of_any_character_breaks_it(PositiveInt at, char other, bool isNamed, bool isForEver)
    {
        var link = _links.Sign(Key, isNamed ? "A picture é.png" : null, isForEver ? null : Now.AddHours(1)).ToCharArray();
        var index = at.Get % link.Length;
        if (link[index] == other) return;
        link[index] = other;
        Assert.Equal(FileLinkStatus.Altered, Verify(new string(link), Now).Status);
    }

    [Fact]
    public void No_printable_character_fits_in_place_of_another()
    {
        var link = _links.Sign(Key, "A é.png", Now.AddHours(1));
        var changed = from index in Enumerable.Range(0, link.Length)
                      from other in Enumerable.Range(' ', '~' - ' ' + 1)
                      where link[index] != other
                      select string.Concat(link.AsSpan(0, index), ((char)other).ToString(), link.AsSpan(index + 1));
        Assert.All(changed, altered => Assert.NotEqual(FileLinkStatus.Valid, Verify(altered, Now).Status));
    }

    [Fact]
    public void What_is_added_taken_away_or_written_otherwise_breaks_it()
    {
        var link = _links.Sign(Key, "é.png", Now.AddHours(1));
        string[] altered =
        [
            link + "&", link + "&x=1", link + "=", link[..^1], link.Replace("%C3", "%c3"), link.Replace("?", "?&"),
            link.Replace("expires=", "expires=0"), link.Replace("name=%C3%A9.png&", ""), link.Replace("/files/", "/files//"), "/x" + link,
            link.Replace("expires=1772370000&", ""), link.Split('?')[0] + "?", link.Split('?')[0], "", "?",
        ];
        Assert.All(altered, one => Assert.Equal(FileLinkStatus.Altered, Verify(one, Now).Status));
    }

    [Fact]
    public void An_expired_link_that_was_altered_is_altered()
    {
        var link = _links.Sign(Key, null, Now.AddHours(-1));
        Assert.Equal(FileLinkStatus.Expired, Verify(link, Now).Status);
        Assert.Equal(FileLinkStatus.Altered, Verify(link.Replace("expires=17", "expires=16"), Now).Status);
    }

    [Fact]
    public void A_new_secret_signs_while_the_old_one_still_verifies()
    {
        var (old, renewed) = (new FileLinks(Some.Bytes(32, 1)), new FileLinks(Some.Bytes(32, 2), Some.Bytes(32, 1)));
        Assert.Equal(FileLinkStatus.Valid, Verify(renewed, old.Sign(Key)).Status);
        Assert.Equal(FileLinkStatus.Altered, Verify(old, renewed.Sign(Key)).Status);
        Assert.Equal(FileLinkStatus.Valid, Verify(new FileLinks(Some.Bytes(32, 2)), renewed.Sign(Key)).Status);
    }

    [Fact]
    public void Secrets_are_of_32_bytes()
    {
        Assert.Throws<ArgumentException>(() => new FileLinks());
        Assert.Throws<ArgumentException>(() => new FileLinks(new byte[31]));
        Assert.Throws<ArgumentException>(() => new FileLinks(new byte[32], []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nb.png")]
    [InlineData("\ud800.png")]
    public void No_file_is_saved_under_such_a_name(string name)
    {
        Assert.Throws<ArgumentException>(() => _links.Sign(Key, name));
        Assert.Throws<ArgumentException>(() => _links.Sign(Key, new string('a', 201)));
    }

    private FileLink Verify(string link, DateTimeOffset now) => Verify(_links, link, now);

    private static FileLink Verify(FileLinks links, string link, DateTimeOffset? now = null)
    {
        var at = link.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? links.Verify(link, "", now ?? Now) : links.Verify(link[..at], link[at..], now ?? Now);
    }
}
