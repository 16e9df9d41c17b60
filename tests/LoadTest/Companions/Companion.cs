namespace Platform.LoadTest.Companions;

/// <summary>A live companion, or an assistant's conversation, and her user.</summary>
internal abstract class Companion
{
    /// <summary>Her user says something. Returns when it is answered or has failed; both are measured.</summary>
    /// <param name="choice">Decides what, where there is a choice; not negative.</param>
    /// <param name="due">When it should be said, from the beginning of the run.</param>
    public abstract Task SayAsync(int choice, TimeSpan due);

    /// <summary>Her user looks something up; else as <see cref="SayAsync"/>.</summary>
    public abstract Task ReadAsync(int choice, TimeSpan due);
}
