namespace Platform.Simulation.Users;

/// <summary>How somebody uses a companion.</summary>
internal enum Habit
{
    /// <summary>Once or twice a day, at any hour.</summary>
    Chatty,

    /// <summary>Once a day, at about the same hour.</summary>
    Daily,

    /// <summary>On Saturdays and Sundays.</summary>
    Weekend,

    /// <summary>On the first day, and never again.</summary>
    Ghost,

    /// <summary>Now and then, to be cruel, and sometimes to say sorry.</summary>
    Insulting,

    /// <summary>Every other day, with much love.</summary>
    Affectionate,
}

/// <summary>Something that a user does at one moment.</summary>
/// <param name="User">Whose it is: an index.</param>
internal sealed record UserEvent(DateTimeOffset At, int User, Act Act);

internal abstract record Act;

/// <summary>Writes to the companion.</summary>
internal sealed record Say(string Text) : Act;

/// <summary>Changes when she may write first.</summary>
internal sealed record Choose(Companions.AutonomySettings Settings) : Act;

/// <summary>Looks at her.</summary>
internal sealed record Look : Act;

/// <summary>Somebody with a companion, who does these things.</summary>
/// <param name="Id">Also the companion's.</param>
/// <param name="Events">In order of time.</param>
internal sealed record User(string Id, Habit Habit, Companions.NewCompanion Companion, IReadOnlyList<UserEvent> Events);
