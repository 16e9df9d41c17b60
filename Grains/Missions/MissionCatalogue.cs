using Platform.Companions;

namespace Platform.Missions;

/// <summary>All missions. An id is stored with everybody who started it: never remove or reuse one.</summary>
internal static class MissionCatalogue
{
    private static readonly TimeSpan Once = TimeSpan.Zero;
    private static readonly TimeSpan Daily = TimeSpan.FromHours(20);

    public static readonly IReadOnlyList<CatalogueEntry> All =
    [
        Care("feed", "Feed the pet", "A good meal gives new strength.", "feed", CareAction.Feed),
        Care("play", "Play with the pet", "A little game between two talks.", "feed", CareAction.Play),
        Care("hairstyle", "Change the hairstyle", "A new look lifts the mood.", "hairstyle", CareAction.Hairstyle),
        Care("selfie", "Selfie in a new look", "Take a picture to remember.", "selfie", CareAction.Selfie),
        Care("accessory", "New accessory", "A small present, worn with pride.", "hairstyle", CareAction.Accessory),

        Talk("first-words", "First words", "Say something to a companion.", new Times(1, Any), new(5, 5, 2), Once),
        Talk("small-talk", "Small talk", "Send ten messages.", new Times(10, Any), new(10, 5, 5), Once),
        Talk("deep-talk", "A long conversation", "Send fifty messages.", new Times(50, Any), new(20, 10, 15), Once),
        Talk("daily-chat", "Chat of the day", "Send five messages.", new Times(5, Any), new(10, 5, 2), Daily),
        Talk("by-name", "On first-name terms", "Call a companion by name three times.", new Times(3, deed => deed is Heard { ByName: true }), new(0, 10, 5), Once),
        Talk("curious", "Tell me about you", "Ask a companion about itself five times.", new Times(5, Says(Intent.QuestionAboutCompanion)), new(0, 10, 5), Once),

        Streak("streak-3", "Three days in a row", "Talk on three days in a row.", 3, new(10, 10, 5)),
        Streak("streak-7", "A week together", "Talk on seven days in a row.", 7, new(20, 20, 15)),
        Streak("streak-30", "A month together", "Talk on thirty days in a row.", 30, new(50, 50, 60)),

        Bond("bond-10", "Getting closer", "Reach a bond of 10 with a companion.", 10, new(5, 10, 2)),
        Bond("bond-50", "Good friends", "Reach a bond of 50 with a companion.", 50, new(10, 15, 5)),
        Bond("bond-200", "Inseparable", "Reach a bond of 200 with a companion.", 200, new(30, 30, 20)),

        Variety("greetings", "Hello again", "Greet a companion three times.", new Times(3, Says(Intent.Greeting)), new(5, 5, 2)),
        Variety("thanks", "Say thank you", "Thank a companion three times.", new Times(3, Says(Intent.Thanks)), new(0, 10, 5)),
        Variety("apology", "Making up", "Apologise to a companion.", new Times(1, Says(Intent.Apology)), new(0, 10, 5)),
        Variety("compliments", "Kind words", "Pay a companion five compliments.", new Times(5, Says(Intent.Compliment)), new(0, 15, 10)),
        Variety("good-manners", "Good manners", "Greet, thank and apologise.", new Different(3, Manners), new(0, 15, 10)),
        Variety("social-circle", "A circle of friends", "Talk to three different companions.", new Different(3, deed => deed is Heard ? deed.CompanionId : null), new(10, 10, 5)),
        Variety("around-the-clock", "Around the clock", "Talk in the morning, in the afternoon and in the evening (UTC).", new Different(3, PartOfDay), new(10, 10, 10)),

        CareGoal("well-fed", "Well fed", "Feed companions five times.", new Times(5, Gives(CareAction.Feed)), new(10, 10, 10)),
        CareGoal("playmate", "Playmate", "Play with companions three times.", new Times(3, Gives(CareAction.Play)), new(10, 15, 10)),
        CareGoal("groomed", "Well groomed", "Give a new hairstyle or an accessory three times.", new Times(3, Gives(CareAction.Hairstyle, CareAction.Accessory)), new(0, 20, 10)),
        CareGoal("caretaker", "Caretaker", "Look after companions in three different ways.", new Different(3, deed => deed is Cared care ? care.Action.ToString() : null), new(10, 20, 15)),

        new(new("new-friend", "A name for a new friend", "Make a companion and give it a name.", "naming", "Companions made", 1, new(0, 10, 5), Once), new Times(1, deed => deed is Made)),
    ];

    private static readonly Dictionary<string, CatalogueEntry> ById = All.ToDictionary(entry => entry.Mission.Id);

    public static CatalogueEntry? Find(string id) => ById.GetValueOrDefault(id);

    public static Mission Of(CareAction action) => All.First(entry => entry.Mission.Action == action).Mission;

    private static CatalogueEntry Care(string id, string name, string description, string type, CareAction action)
    {
        var (effect, cooldown) = Companions.Care.Of(action);
        return new(new(id, name, description, type, "Times done", 1, new(0, 0, 1), cooldown, action, effect), new Times(1, Gives(action)));
    }

    private static CatalogueEntry Talk(string id, string name, string description, Goal goal, Stats reward, TimeSpan cooldown) =>
        new(new(id, name, description, "talk", "Messages", goal.Target, reward, cooldown), goal);

    private static CatalogueEntry Streak(string id, string name, string description, int days, Stats reward) =>
        new(new(id, name, description, "streak", "Days in a row", days, reward, Once), new DaysInRow(days, Any));

    private static CatalogueEntry Bond(string id, string name, string description, int bond, Stats reward) =>
        new(new(id, name, description, "bond", "Strongest bond", bond, reward, Once), new Level(bond, deed => (deed as Bonded)?.Bond));

    private static CatalogueEntry Variety(string id, string name, string description, Goal goal, Stats reward) =>
        new(new(id, name, description, "variety", goal is Different ? "Different ones" : "Times said", goal.Target, reward, Once), goal);

    private static CatalogueEntry CareGoal(string id, string name, string description, Goal goal, Stats reward) =>
        new(new(id, name, description, "care", goal is Different ? "Different ways" : "Times done", goal.Target, reward, Once), goal);

    private static bool Any(Deed deed) => deed is Heard;

    private static Func<Deed, bool> Says(Intent intent) => deed => deed is Heard heard && heard.Intent == intent;

    private static Func<Deed, bool> Gives(params CareAction[] actions) => deed => deed is Cared cared && actions.Contains(cared.Action);

    private static string? Manners(Deed deed) =>
        deed is Heard { Intent: Intent.Greeting or Intent.Thanks or Intent.Apology } heard ? heard.Intent.ToString() : null;

    private static string? PartOfDay(Deed deed) => deed is not Heard ? null : deed.At.UtcDateTime.Hour switch
    {
        >= 5 and < 12 => "morning",
        >= 12 and < 18 => "afternoon",
        >= 18 => "evening",
        _ => null,
    };
}

/// <summary>A mission, and what counts for it.</summary>
internal sealed record CatalogueEntry(Mission Mission, Goal Goal);
