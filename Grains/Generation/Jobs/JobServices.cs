using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

/// <summary>What the actor of a job works with.</summary>
internal sealed record JobServices(
    JobStore Store,
    JobCharges Charges,
    JobWorker Worker,
    JobFiles Files,
    RenderQueue Queue,
    FigureStore Figures,
    Patience Patience,
    IGrainFactory Grains,
    TimeProvider Clock,
    IOptions<GenerationOptions> Options,
    ILoggerFactory Loggers);
