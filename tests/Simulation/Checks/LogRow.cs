using Platform.Companions;
using Platform.Conversations;

namespace Platform.Simulation.Checks;

/// <summary>A message as it is in the log.</summary>
/// <param name="CheckIn">Why it came, where she wrote it by herself.</param>
internal sealed record LogRow(long Seq, string Id, MessageRole Role, string Content, DateTimeOffset At, LoggedCheckIn? CheckIn)
{
    /// <summary>One line, without the id.</summary>
    public override string ToString() => $"{At:O} {Role} {Content}{(CheckIn is { } why ? $" [{why.Trigger}: {why.Cause}]" : "")}";
}

internal sealed record LoggedCheckIn(CheckInTrigger Trigger, string Cause, Emotions Emotions);
