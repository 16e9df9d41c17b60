using System.Collections;
using System.Text;

namespace Platform.Conversations.Search;

/// <summary>
/// The words of a block that begin with the same letter, as bytes: of each its length, itself, the length of what follows, and in which
/// messages it is, each as its distance from the one before. Lengths and distances in groups of seven bits.
/// </summary>
internal static class WordPage
{
    /// <summary>The pages of some messages of one block, by initial.</summary>
    public static Dictionary<string, byte[]> Write(IEnumerable<MessageText> messages)
    {
        var index = new Dictionary<string, List<int>>();
        foreach (var message in messages.OrderBy(message => message.Seq))
        {
            var offset = (int)(message.Seq - Block.First(Block.Of(message.Seq)));
            foreach (var word in Words.Of(message.Content))
            {
                if (!index.TryGetValue(word.Text, out var offsets)) index[word.Text] = offsets = [];
                if (offsets.Count == 0 || offsets[^1] != offset) offsets.Add(offset);
            }
        }

        return index.GroupBy(entry => Initial(entry.Key)).ToDictionary(letter => letter.Key, Write);
    }

    public static string Initial(string word) => Rune.GetRuneAt(word, 0).ToString();

    /// <summary>Marks the messages that have a word.</summary>
    /// <param name="isPrefix">Or one that begins with it.</param>
    public static void Mark(byte[] page, string word, bool isPrefix, BitArray messages)
    {
        var wanted = Encoding.UTF8.GetBytes(word);
        using var reader = new BinaryReader(new MemoryStream(page));
        var stream = reader.BaseStream;
        while (stream.Position < page.Length)
        {
            var length = reader.Read7BitEncodedInt();
            var found = page.AsSpan((int)stream.Position, length);
            stream.Position += length;
            var end = reader.Read7BitEncodedInt() + stream.Position;
            if (isPrefix ? found.StartsWith(wanted) : found.SequenceEqual(wanted))
            {
                for (var offset = 0; stream.Position < end;) messages[offset += reader.Read7BitEncodedInt()] = true;
            }

            stream.Position = end;
        }
    }

    private static byte[] Write(IEnumerable<KeyValuePair<string, List<int>>> words)
    {
        using var page = new MemoryStream();
        using var writer = new BinaryWriter(page);
        foreach (var (word, offsets) in words)
        {
            Write(writer, Encoding.UTF8.GetBytes(word));
            using var distances = new MemoryStream();
            using var distanceWriter = new BinaryWriter(distances);
            var before = 0;
            foreach (var offset in offsets)
            {
                distanceWriter.Write7BitEncodedInt(offset - before);
                before = offset;
            }

            Write(writer, distances.ToArray());
        }

        return page.ToArray();
    }

    private static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }
}
