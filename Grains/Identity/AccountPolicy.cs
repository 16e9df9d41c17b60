using Platform.Companions;

namespace Platform.Identity;

/// <summary>What the contracts say of the accounts of a product.</summary>
/// <param name="RequestsPerWindow">The request budget of an account without a paid plan.</param>
/// <param name="Window">How long a budget lasts.</param>
/// <param name="SessionLife">How long a session stands after sign-in.</param>
/// <param name="Numbered">Whether the product shows accounts by number, and counts them.</param>
/// <param name="Rotates">
/// Whether a refresh replaces the refresh token and gives the session its whole life again. Where not, the token comes back unchanged and
/// the session ends when it would have: such clients keep their first token.
/// </param>
/// <param name="Companion">Whom each account has from the start, under the account's own id; null: nobody.</param>
internal sealed record AccountPolicy(
    int RequestsPerWindow, TimeSpan Window, TimeSpan SessionLife, bool Rotates = true, bool Numbered = false, NewCompanion? Companion = null)
{
    /// <summary>The oldest session makes room for a new one beyond this many.</summary>
    public const int MaxSessions = 50;

    /// <summary>How long a replaced refresh token is answered once more: a client may have lost the answer, or asked twice.</summary>
    public static readonly TimeSpan RefreshGrace = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, AccountPolicy> ByProduct = new()
    {
        [Products.ByteForge] = new(100, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7), Numbered: true),
        [Products.Demi] = new(100, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7), Rotates: false, Companion: HouseCompanions.Demi),
        [Products.FigureForge] = new(1000, TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
        [Products.MascotForge] = new(10, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
        [Products.NeuroTamagotchi] = new(100, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
    };

    public static AccountPolicy Of(string product) => ByProduct[product];
}
