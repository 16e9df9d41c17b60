using System.Text.RegularExpressions;
using Platform.Companions;
using Platform.Missions;

namespace Platform.Tests.Missions;

public sealed class MissionCatalogueTests
{
    /// <summary>Stored with everybody who started one: this list only grows.</summary>
    private static readonly string[] Ids =
    [
        "feed", "play", "hairstyle", "selfie", "accessory", "first-words", "small-talk", "deep-talk", "daily-chat", "by-name", "curious", "streak-3",
        "streak-7", "streak-30", "bond-10", "bond-50", "bond-200", "greetings", "thanks", "apology", "compliments", "good-manners", "social-circle",
        "around-the-clock", "well-fed", "playmate", "groomed", "caretaker", "new-friend",
    ];

    [Fact]
    public void The_ids_are_those_that_were_given_out_and_each_is_there_once() =>
        Assert.Equal(Ids, MissionCatalogue.All.Select(entry => entry.Mission.Id));

    [Fact]
    public void Every_mission_says_what_it_wants_and_gives_something() => Assert.All(MissionCatalogue.All, entry =>
    {
        var (mission, goal) = entry;
        Assert.Matches(new Regex("^[a-z0-9-]{1,40}$"), mission.Id);
        Assert.All([mission.Name, mission.Description, mission.Goal, mission.Type], Assert.NotEmpty);
        Assert.Equal(goal.Target, mission.Target);
        Assert.True(mission.Target > 0 && mission.Cooldown >= TimeSpan.Zero);
        Assert.True(mission.Reward is { Energy: >= 0, Mood: >= 0, Bond: > 0 });
        Assert.Equal(mission.Action is null, mission.Effect is null);
    });

    [Fact]
    public void Each_kind_of_care_is_one_mission() =>
        Assert.All(Enum.GetValues<CareAction>(), action => Assert.Single(MissionCatalogue.All, entry => entry.Mission.Action == action));
}
