using System.Collections.Concurrent;

namespace Platform.Sequences;

/// <summary>
/// Numbers for products that show integers as ids. Unique across the cluster and rising on each silo; not without gaps, and a silo's
/// numbers may be lower than another's.
/// </summary>
internal sealed class Sequences(IGrainFactory grains)
{
    private const int BlockSize = 16;

    private readonly ConcurrentDictionary<string, Block> _blocks = [];

    public async Task<long> NextAsync(string name)
    {
        var block = _blocks.GetOrAdd(name, _ => new Block());
        await block.Lock.WaitAsync();
        try
        {
            if (block.Left == 0)
            {
                block.Next = await grains.GetGrain<ISequenceGrain>(name).Reserve(BlockSize);
                block.Left = BlockSize;
            }

            block.Left--;
            return block.Next++;
        }
        finally
        {
            block.Lock.Release();
        }
    }

    private sealed class Block
    {
        public SemaphoreSlim Lock { get; } = new(1);

        public long Next { get; set; }

        public int Left { get; set; }
    }
}
