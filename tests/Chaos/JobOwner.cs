using System.Text.Json;

namespace Platform.Chaos;

/// <summary>Somebody who has things drawn, and pays for them.</summary>
internal abstract class JobOwner(Door door, string token)
{
    /// <summary>An order's answer doesn't wait for what was ordered.</summary>
    public static readonly (string, string) NoWaiting = ("Prefer", "respond-async");

    public string Token => token;

    /// <summary>The kind of the folders that its files are in.</summary>
    public abstract string Product { get; }

    /// <summary>Asks for the i-th job, and returns its id.</summary>
    public async Task<string> OrderAsync(int i)
    {
        var (path, body) = Order(i);
        var answer = await door.PostAsync(path, token, body, NoWaiting);
        Assert.True(answer.Ok, $"{answer}");
        return IdIn(answer);
    }

    /// <summary>How a job stands.</summary>
    public async Task<JobOutcome> LookAsync(string jobId)
    {
        var job = await ReadAsync(PathOf(jobId));
        return new(job.GetProperty("status").GetString()!, FilesIn(job), PiecesIn(job));
    }

    /// <summary>What the owner's lists and account say of all jobs together.</summary>
    public abstract Task<JobAccount> AccountAsync();

    /// <summary>The i-th order.</summary>
    public abstract (string Path, object Body) Order(int i);

    public abstract string IdIn(Answer accepted);

    protected abstract string PathOf(string jobId);

    protected abstract IReadOnlyList<Uri> FilesIn(JsonElement job);

    /// <summary>How many pieces were delivered, each of which costs one unit.</summary>
    protected abstract int PiecesIn(JsonElement job);

    protected async Task<JsonElement> ReadAsync(string path)
    {
        var answer = await door.GetAsync(path, token);
        Assert.True(answer.Ok, $"{path}: {answer}");
        return answer.Body;
    }
}

/// <param name="Files">Links to all that was made.</param>
/// <param name="Pieces">What was delivered, in units of the price.</param>
internal sealed record JobOutcome(string Status, IReadOnlyList<Uri> Files, int Pieces)
{
    public bool IsCompleted => Status == "completed";

    public bool HasEnded => IsCompleted || Status == "failed";
}

/// <param name="Jobs">Those that the lists show, one for each time that they do.</param>
/// <param name="Charged">What was taken for them.</param>
/// <param name="IsSettled">Nothing is held for any job any more.</param>
internal sealed record JobAccount(IReadOnlyList<string> Jobs, long Charged, bool IsSettled);
