namespace Platform.Billing;

/// <summary>Something that an account can have, as its product's catalogue says.</summary>
/// <param name="Id">Unique in its product; <see cref="FreeId"/> is what everybody has.</param>
/// <param name="Price">US cents a month.</param>
/// <param name="Features">What is promised, each in a few words; <paramref name="Limits"/> keeps it.</param>
/// <param name="IsPopular">Whether shops point at it.</param>
public sealed record Plan(
    string Id, string Name, string Description, long Price, IReadOnlyList<string> Features, PlanLimits Limits, bool IsPopular = false)
{
    public const string FreeId = "free";

    public bool IsFree => Price == 0;
}

/// <summary>What a plan allows. Null: as much as one likes.</summary>
/// <param name="Requests">Requests in a window of the product's.</param>
/// <param name="Allowance">Credits or images a month; 0 where the product counts neither.</param>
/// <param name="Priority">Work of a higher one is done first.</param>
/// <param name="Gallery">How many of the newest pictures that match a search of the public gallery are shown.</param>
public sealed record PlanLimits(
    int Requests, int? Companions = null, int? MessagesPerDay = null, long Allowance = 0, int Priority = 0, int? Gallery = null);

/// <summary>How what a plan gives for a month comes to its owner.</summary>
public enum AllowanceStyle
{
    /// <summary>Nothing is counted.</summary>
    None,

    /// <summary>
    /// A paid plan's credits come with each payment and keep. The free plan fills up to its amount at the beginning of each calendar month.
    /// </summary>
    Credits,

    /// <summary>So many a period; what is left lapses.</summary>
    Quota,
}
