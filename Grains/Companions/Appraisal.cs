namespace Platform.Companions;

/// <summary>What a message does to whoever reads it, found from its words alone.</summary>
/// <param name="Kindness">From -1 (cruel) over 0 (neutral) to 1 (loving).</param>
/// <param name="Energy">From 0 (flat) to 1 (shouting with joy or anger).</param>
/// <param name="Gravity">From 0 to 1: grief, illness, danger. A grave message gets a calm answer, whatever the persona.</param>
/// <param name="Rivalry">From 0 to 1: talk of other companions or other AIs, or of having no time.</param>
/// <param name="Intent">What the message asks for.</param>
internal readonly record struct Appraisal(double Kindness, double Energy, double Gravity, double Rivalry, Intent Intent);

/// <summary>What a message wants.</summary>
internal enum Intent
{
    Statement,
    Greeting,
    Farewell,
    Question,
    QuestionAboutCompanion,
    Thanks,
    Apology,
    Compliment,
    Insult,
    Request,
}
