namespace Platform;

/// <summary>
/// The one record that a grain owns, kept by the grain storage provider. What is read here has been saved: a change shows only after its
/// write has succeeded, and one that failed leaves nothing behind, also for calls that interleave with the write.
/// </summary>
internal sealed class Durable<T>(IPersistentState<T> storage) where T : class
{
    private T? _shownWhileSaving;
    private bool _saving;

    /// <summary>The record, or null where there is none yet.</summary>
    public T? Value => _saving ? _shownWhileSaving : storage.RecordExists ? storage.State : null;

    /// <summary>Replaces the record.</summary>
    public Task SaveAsync(T next)
    {
        var before = storage.State;
        return WhileShowingOldAsync(async () =>
        {
            storage.State = next;
            try
            {
                await storage.WriteStateAsync();
            }
            catch
            {
                storage.State = before;
                throw;
            }
        });
    }

    /// <summary>Removes the record.</summary>
    public Task ClearAsync() => WhileShowingOldAsync(() => storage.ClearStateAsync());

    private async Task WhileShowingOldAsync(Func<Task> write)
    {
        _shownWhileSaving = Value;
        _saving = true;
        try
        {
            await write();
        }
        finally
        {
            _saving = false;
            _shownWhileSaving = null;
        }
    }
}
