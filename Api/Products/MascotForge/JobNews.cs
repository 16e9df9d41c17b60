using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>What becomes of an owner's jobs, told one by one. Where news were missed, the latest jobs are told as they are: nobody is left behind.</summary>
internal sealed class JobNews
{
    private const int ToldAgain = 20;

    private readonly IWorkshopGrain _workshop;
    private readonly Action<Job> _tell;
    private long _last;

    private JobNews(IWorkshopGrain workshop, Action<Job> tell, long last) => (_workshop, _tell, _last) = (workshop, tell, last);

    /// <summary>Of all that changes from now on, nothing is missed.</summary>
    public static async Task<JobNews> BeginAsync(IWorkshopGrain workshop, Action<Job> tell) => new(workshop, tell, (await workshop.Next(-1)).Last);

    public async Task FollowAsync()
    {
        var news = await _workshop.Next(_last);
        _last = news.Last;
        if (news.HasGap)
        {
            foreach (var kind in new[] { JobKind.Mascot, JobKind.Animation, JobKind.LogoPack })
                foreach (var job in (await _workshop.List(new JobQuery(kind, SubjectId: null, FileId: null, 0, ToldAgain))).Items.Reverse()) _tell(job);
        }

        foreach (var job in news.Changed) _tell(job);
    }
}
