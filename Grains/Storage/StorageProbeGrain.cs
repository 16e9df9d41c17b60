using Orleans.Concurrency;

namespace Platform.Storage;

[GrainType("storageprobe"), StatelessWorker(1), Reentrant]
internal sealed class StorageProbeGrain(Database database) : Grain, IStorageProbeGrain
{
    private Task _probe = Task.CompletedTask;

    public Task Check() => _probe.IsCompleted ? _probe = database.ProbeAsync() : _probe;
}
