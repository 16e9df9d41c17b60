using System.Collections;

namespace Platform.Conversations.Search;

/// <summary>Messages of a conversation that are indexed together: 1 to 1,024, then 1,025 to 2,048, and so on.</summary>
internal static class Block
{
    public const int Size = 1024;

    public static long Of(long seq) => (seq - 1) / Size;

    public static long First(long block) => (block * Size) + 1;

    public static long Last(long block) => (block + 1) * Size;

    /// <summary>A place for each message of a block.</summary>
    public static BitArray Messages(bool all = false) => new(Size, all);
}
