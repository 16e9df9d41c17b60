using Platform.Api.Errors;
using Platform.Generation;

namespace Platform.Api.Generation;

/// <summary>Jobs as somebody sees them who waits for them.</summary>
internal static class JobWaiting
{
    private const int MaxAttempts = 3;

    /// <summary>A job as it is at its end, or once this much time has passed, or the process serves no longer.</summary>
    public static async Task<Job> EndAsync(
        this Job job, string userId, TimeSpan most, IGrainFactory grains, TimeProvider clock, Serving serving, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, serving.Over);
        var patience = Task.Delay(most, clock, either.Token);
        var grain = grains.GetGrain<IGenerationJobGrain>(job.Id);
        while (!job.HasEnded)
        {
            var next = grain.Next(userId, job.Revision);
            if (await Task.WhenAny(next, patience) == patience)
            {
                // Nobody waits for it any more.
                next.Ignore();
                return job;
            }

            job = (await next).OrThrow();
        }

        return job;
    }

    /// <summary>What becomes of a job from here to its end: each change, and null every ten seconds where there is none.</summary>
    public static async IAsyncEnumerable<Job?> StepsAsync(
        this Job job, string userId, IGrainFactory grains, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var grain = grains.GetGrain<IGenerationJobGrain>(job.Id);
        yield return job;
        while (!job.HasEnded)
        {
            var next = (await AskAsync(grain, userId, job.Revision).WaitAsync(cancellation)).OrThrow();
            yield return next.Revision > job.Revision ? next : null;
            job = next;
        }
    }

    private static async Task<Outcome<Job>> AskAsync(IGenerationJobGrain grain, string userId, long after)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await grain.Next(userId, after);
            }
            catch (Exception error) when (attempt < MaxAttempts && ErrorEnvelopes.IsOutage(error))
            {
                // The next one is asked where the job comes back.
            }
        }
    }
}
