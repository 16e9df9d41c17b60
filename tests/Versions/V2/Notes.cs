using Orleans.CodeGeneration;

namespace Platform.Versions;

/// <summary>As it is now: it has learned to append, so its version is one more.</summary>
[Alias("versions.INoteGrain"), Version(2)]
public interface INoteGrain : IGrainWithStringKey
{
    [Alias("Write")]
    Task<Note> Write(string text);

    [Alias("Read")]
    Task<Note> Read();

    [Alias("Append")]
    Task<Note> Append(string text);
}

/// <summary>A field has another name, but its number still; a new one has a number of its own.</summary>
[GenerateSerializer, Immutable, Alias("versions.Note")]
public sealed record Note([property: Id(0)] string Content, [property: Id(1)] int Appended = 0);

[GenerateSerializer, Alias("versions.NoteState")]
public sealed class NoteState
{
    [Id(0)]
    public Note? Latest { get; set; }
}

[GrainType("note")]
internal sealed class NoteGrain([PersistentState("note")] IPersistentState<NoteState> state) : Grain, INoteGrain
{
    public Task<Note> Write(string text) => SaveAsync(new(text));

    public Task<Note> Read() => Task.FromResult(state.State.Latest ?? new(""));

    public async Task<Note> Append(string text)
    {
        var latest = await Read();
        return await SaveAsync(new(latest.Content + text, latest.Appended + 1));
    }

    private async Task<Note> SaveAsync(Note note)
    {
        state.State.Latest = note;
        await state.WriteStateAsync();
        return note;
    }
}

internal static class Caller
{
    public static async Task<string> DoAsync(IGrainFactory grains, string[] words) => words switch
    {
        ["write", var key, var text] => Text(await grains.GetGrain<INoteGrain>(key).Write(text)),
        ["append", var key, var text] => Text(await grains.GetGrain<INoteGrain>(key).Append(text)),
        ["read", var key] => Text(await grains.GetGrain<INoteGrain>(key).Read()),
        _ => "unknown",
    };

    private static string Text(Note note) => $"{note.Content} ({note.Appended})";
}
