using System.Diagnostics;

namespace Platform.LoadTest;

/// <summary>What a process has used.</summary>
/// <param name="Processor">Time of all its threads.</param>
/// <param name="Memory">Bytes that it holds now.</param>
internal sealed record Footprint(TimeSpan Processor, long Memory)
{
    /// <summary>Null where there is no such process any more.</summary>
    public static Footprint? Of(int? processId)
    {
        if (processId is not { } id) return null;
        try
        {
            using var process = Process.GetProcessById(id);
            return new(process.TotalProcessorTime, process.WorkingSet64);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>How many processors were busy with it since an earlier moment, on average.</summary>
    public double Processors(Footprint since, TimeSpan elapsed) => (Processor - since.Processor) / elapsed;
}
