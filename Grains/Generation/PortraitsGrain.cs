using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

[GrainType("portraits")]
internal sealed partial class PortraitsGrain(
    IRenderer renderer, Patience patience, IOptions<GenerationOptions> options, TimeProvider clock, ILogger<PortraitsGrain> logger)
    : Grain, IPortraitsGrain, IDisposable
{
    private static readonly Refusal Later = new(RefusalKind.Busy, "Avatars can't be generated right now. Please try again in a moment.");

    private readonly CancellationTokenSource _leaving = new();
    private Task<IReadOnlyList<ReadOnlyMemory<byte>>>? _drawing;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _leaving.Cancel();
        return Task.CompletedTask;
    }

    public async Task<Outcome<Portraits>> Draw(PortraitOrder order)
    {
        _drawing ??= DrawAsync(order);
        if (!await patience.AwaitAsync(_drawing)) return new Portraits([]);
        DeactivateOnIdle();
        try
        {
            return new Portraits([.. (await _drawing).Select(picture => picture.ToArray())]);
        }
        catch (RenderRefusedException refused)
        {
            return new Refusal(RefusalKind.NotPossibleNow, refused.Message);
        }
        catch (Exception error)
        {
            LogFailed(error);
            return Later;
        }
    }

    public void Dispose() => _leaving.Dispose();

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAsync(PortraitOrder order)
    {
        using var time = new CancellationTokenSource(options.Value.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, _leaving.Token);
        // Each request is another person of the same looks.
        var seed = BitConverter.ToInt64(Guid.Parse(this.GetPrimaryKeyString()).ToByteArray(bigEndian: true), 8) & long.MaxValue;
        return await renderer.DrawAvatarsAsync(order.Style, order.Appearance, seed, either.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Portraits could not be drawn")]
    private partial void LogFailed(Exception error);
}
