using Orleans.CodeGeneration;

namespace Platform.Versions;

/// <summary>As it was first.</summary>
[Alias("versions.INoteGrain"), Version(1)]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("Write")]
    Task<Note> Write(string text);

    [Alias("Read")]
    Task<Note> Read();
}

/// <summary>What is sent, and what is stored.</summary>
[GenerateSerializer, Immutable, Alias("versions.Note")]
public sealed record Note([property: Id(0)] string Text);

/// <summary>The state, which is never null where it is stored.</summary>
[GenerateSerializer, Alias("versions.NoteState")]
public sealed class NoteState
{
    [Id(0)]
    public Note? Note { get; set; }
}

[GrainType("note")]
internal sealed class NoteGrain([PersistentState("note")] IPersistentState<NoteState> state) : Grain, INoteGrain
{
    public async Task<Note> Write(string text)
    {
        state.State.Note = new(text);
        await state.WriteStateAsync();
        return state.State.Note;
    }

    public Task<Note> Read() => Task.FromResult(state.State.Note ?? new(""));
}

internal static class Caller
{
    public static async Task<string> DoAsync(IGrainFactory grains, string[] words) => words switch
    {
        ["write", var key, var text] => (await grains.GetGrain<INoteGrain>(key).Write(text)).Text,
        ["read", var key] => (await grains.GetGrain<INoteGrain>(key).Read()).Text,
        _ => "unknown",
    };
}
