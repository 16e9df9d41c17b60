namespace Platform.Simulation.Users;

/// <summary>What all users do, in order of time.</summary>
internal sealed class Script(IEnumerable<User> users)
{
    private readonly Queue<UserEvent> _events = new(users.SelectMany(user => user.Events).OrderBy(one => one.At));

    /// <summary>When somebody does something next; null: never.</summary>
    public DateTimeOffset? Next => _events.TryPeek(out var next) ? next.At : null;

    public UserEvent Take() => _events.Dequeue();
}
