namespace Platform.Simulation.Checks;

/// <summary>What must always hold.</summary>
internal enum Invariant
{
    NoCheckInTwice,
    NoCheckInMissed,
    NoMessageLost,
    NoMessageTwice,
    EmotionsInRange,
    EmotionsByClosedForm,
    IdleCompanionsCostLittle,
}

/// <summary>Where it did not.</summary>
internal sealed record Violation(Invariant Invariant, string Companion, DateTimeOffset At, string Detail)
{
    public override string ToString() => $"{Invariant}: {Companion} at {At:u}: {Detail}";
}
