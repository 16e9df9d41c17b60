namespace Platform.Generation;

/// <summary>The end of pictures, whoever wants it.</summary>
internal sealed class FigureRemoval(FigureStore figures, JobFiles files)
{
    /// <summary>The rows first: files that nobody knows are swept away one day, but a row without its files would be a broken picture.</summary>
    public async Task RemoveAsync(params IReadOnlyList<FigureRow> rows)
    {
        await figures.DeleteAsync(rows.Select(row => row.Id));
        foreach (var job in rows.GroupBy(row => row.JobId))
        {
            // Two pictures of a job that came out alike are one file.
            var kept = (await figures.OfJobAsync(job.Key)).SelectMany(row => row.Files);
            foreach (var key in job.SelectMany(row => row.Files).Except(kept)) await files.DeleteAsync(key);
        }
    }
}
