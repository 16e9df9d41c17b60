using Platform.Api.Realtime;
using Platform.Generation;

namespace Platform.Api.Generation;

/// <summary>A job as events: <c>job:status</c> with how it stands now and with each change, to its end. Its id is the job's revision.</summary>
/// <param name="describe">The JSON of an event.</param>
internal sealed class JobStream(Job job, string userId, IGrainFactory grains, Func<Job, string> describe) : IResult, IEventStreamResult
{
    public const string EventName = "job:status";

    public Task ExecuteAsync(HttpContext httpContext) => EventStream.SendAllAsync(httpContext, SendAllAsync);

    private async Task SendAllAsync(EventStream stream, CancellationToken cancellation)
    {
        await foreach (var step in job.StepsAsync(userId, grains, cancellation))
        {
            if (step is null) await stream.BeatAsync();
            else await stream.SendAsync(EventName, describe(step), step.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
