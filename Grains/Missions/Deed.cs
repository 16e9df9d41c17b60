using Platform.Companions;

namespace Platform.Missions;

/// <summary>Something that happened with a companion and may count.</summary>
internal abstract record Deed(string CompanionId, DateTimeOffset At);

/// <summary>A companion was made.</summary>
internal sealed record Made(string CompanionId, DateTimeOffset At) : Deed(CompanionId, At);

/// <summary>A message was heard.</summary>
internal sealed record Heard(string CompanionId, DateTimeOffset At, Intent Intent, bool ByName) : Deed(CompanionId, At);

/// <summary>A companion was looked after.</summary>
internal sealed record Cared(string CompanionId, DateTimeOffset At, CareAction Action) : Deed(CompanionId, At);

/// <summary>So strong is, or was, a bond.</summary>
internal sealed record Bonded(string CompanionId, DateTimeOffset At, long Bond) : Deed(CompanionId, At);
