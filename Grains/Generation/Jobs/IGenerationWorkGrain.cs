namespace Platform.Generation;

/// <summary>What the house itself asks of a job; the actor is the same as <see cref="IGenerationJobGrain"/>.</summary>
[Alias("platform.IGenerationWorkGrain")]
internal interface IGenerationWorkGrain : IGrainWithStringKey
{
    /// <summary>
    /// Goes on with a job that is stored, wherever it was: queues it, or ends its charge. Does nothing where that is under way.
    /// <see cref="RefusalKind.NotFound"/>: it was never accepted, or is gone.
    /// </summary>
    /// <param name="isHeld">Whether it is certain that its charge is held.</param>
    [Alias("Begin")]
    Task<Outcome<Job>> Begin(bool isHeld);

    /// <summary>Removes it with its files, because the mascot that it is about goes; one that is under way is cancelled first.</summary>
    [Alias("Hide")]
    Task Hide();

    /// <summary>Removes it with everything: its owner goes.</summary>
    [Alias("Remove")]
    Task Remove();
}
