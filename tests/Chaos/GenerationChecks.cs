using Platform.Testing;

namespace Platform.Chaos;

/// <summary>What must hold of jobs, whatever happened to the server while they were drawn.</summary>
/// <param name="blobs">The directory of the server's files.</param>
internal sealed class GenerationChecks(Door door, string blobs)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Every job that was acknowledged ends.</summary>
    public static async Task AwaitEndAsync(IEnumerable<AcceptedJob> jobs)
    {
        foreach (var job in jobs) await Poll.UntilAsync(async () => (await job.Owner.LookAsync(job.Id)).HasEnded, Patience);
    }

    /// <summary>Every job has ended once and was paid once, and its files are as it says.</summary>
    /// <param name="acknowledged">Those of this owner that the server said it has taken.</param>
    /// <param name="mostOthers">So many more it may have taken without being able to say so.</param>
    public async Task CheckAsync(JobOwner owner, IReadOnlyList<string> acknowledged, int mostOthers)
    {
        // A charge ends right after its job.
        await Poll.UntilAsync(async () => (await owner.AccountAsync()).IsSettled, Patience);
        var account = await owner.AccountAsync();
        Assert.Equal(account.Jobs.Count, account.Jobs.Distinct().Count());
        Assert.InRange(account.Jobs.Except(acknowledged).Count(), 0, mostOthers);

        var charged = 0;
        foreach (var id in account.Jobs.Union(acknowledged))
        {
            var outcome = await owner.LookAsync(id);
            Assert.True(outcome.HasEnded, $"{id} is {outcome.Status}, and nothing is held for it.");
            Assert.True(account.Jobs.Contains(id) || !outcome.IsCompleted, $"{id} is in no list.");
            charged += outcome.Pieces;
            await CheckFilesAsync(owner.Product, id, outcome);
        }

        Assert.Equal(charged, account.Charged);
    }

    /// <summary>All files that were made are there, they open through their links, and nothing else lies beside them.</summary>
    private async Task CheckFilesAsync(string product, string jobId, JobOutcome outcome)
    {
        var folder = Path.Combine(blobs, product, jobId[^2..], jobId);
        var stored = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        Assert.Equal(outcome.IsCompleted, outcome.Files.Count > 0);
        Assert.Equal(outcome.Files.Select(link => link.Segments[^1]).Order(), stored.Select(file => Path.GetFileName(file)).Order());
        foreach (var link in outcome.Files)
        {
            var file = await door.FileAsync(link);
            Assert.True(file is not null && IsPicture(file), $"{link} is no picture.");
        }
    }

    private static bool IsPicture(byte[] file) => file.AsSpan() is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..];
}
