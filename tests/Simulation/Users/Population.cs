using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Simulation.Users;

/// <summary>Makes users with differing habits, and all that they will do, from a seed. Who is first made doesn't depend on how many follow.</summary>
internal sealed class Population
{
    /// <summary>Companions look at their feelings at full minutes; users act between them, so that no order depends on chance.</summary>
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(30);

    private static readonly Habit[] Habits =
    [
        Habit.Chatty, Habit.Daily, Habit.Daily, Habit.Daily, Habit.Weekend, Habit.Weekend, Habit.Ghost, Habit.Ghost, Habit.Insulting,
        Habit.Affectionate,
    ];

    private readonly DateTimeOffset _start;
    private readonly int _days;
    private readonly int _index;
    private readonly List<UserEvent> _events = [];
    private Dice _dice;

    private Population(ulong seed, int index, DateTimeOffset start, int days)
    {
        _start = start;
        _days = days;
        _index = index;
        _dice = new Dice(seed ^ ((ulong)(index + 1) * 0x9E3779B97F4A7C15));
    }

    public static IReadOnlyList<User> Of(int count, int days, ulong seed, DateTimeOffset start) =>
        [.. Enumerable.Range(0, count).Select(index => new Population(seed, index, start, days).Make())];

    private User Make()
    {
        var habit = Habits[_index % Habits.Length];
        var settings = new Tastes(_dice.Next(), habit).Settings();
        var persona = new Persona($"Demi {_index}", "anime", ["sarcastic", "playful", "warm"], "casual", new Dictionary<string, string>());
        // The hour at which this one is usually there, UTC: users live in all time zones.
        var hour = _dice.Below(24);
        for (var day = 0; day < _days; day++) Live(habit, day, hour);
        if (habit != Habit.Ghost && _dice.Chance(0.3)) ChangeSettings(habit);
        for (var looks = _dice.Below(1 + _days / 3); looks > 0; looks--) Do(_start.AddMinutes(_dice.Below(_days * 24 * 60)), new Look());
        return new User($"companion-{_index:0000}", habit, new NewCompanion(persona, null, settings), [.. _events.OrderBy(one => one.At)]);
    }

    private void Live(Habit habit, int day, int hour)
    {
        var date = _start.AddDays(day);
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        switch (habit)
        {
            case Habit.Chatty:
                for (var sessions = 1 + _dice.Below(2); sessions > 0; sessions--) Talk(date.AddHours(_dice.Below(24)), 1 + _dice.Below(3));
                break;
            case Habit.Daily when _dice.Chance(0.85):
            case Habit.Weekend when isWeekend:
                Talk(date.AddHours(hour), 1 + _dice.Below(2));
                break;
            case Habit.Affectionate when _dice.Chance(0.5):
                Talk(date.AddHours(hour), 3 + _dice.Below(5), kind: 0.95);
                break;
            case Habit.Ghost when day == 0 && _dice.Chance(0.7):
                Talk(date.AddMinutes(_dice.Below(300)), 1 + _dice.Below(3));
                break;
            case Habit.Insulting when _dice.Chance(0.4):
                Talk(date.AddHours(hour), 2 + _dice.Below(4), kind: 0.05, cruel: 0.85);
                break;
        }
    }

    private void Talk(DateTimeOffset from, int messages, double kind = 0.3, double cruel = 0.02)
    {
        // Five minutes: what users do at the same moment costs little more than what one of them does.
        var at = from.AddMinutes(5 * _dice.Below(12));
        for (; messages > 0; messages--)
        {
            var of = _dice.Chance(cruel) ? Phrases.Cruel : _dice.Chance(kind) ? Phrases.Kind : cruel > 0.5 ? Phrases.Sorry : Phrases.Plain;
            Do(at, new Say(of[_dice.Below(of.Length)]));
            at = at.AddMinutes(1 + _dice.Below(4));
        }
    }

    private void ChangeSettings(Habit habit)
    {
        for (var changes = 1 + _dice.Below(3); changes > 0; changes--)
            Do(_start.AddMinutes(_dice.Below(_days * 24 * 60)), new Choose(new Tastes(_dice.Next(), habit).Settings(mayDisable: true)));
    }

    private void Do(DateTimeOffset at, Act act)
    {
        // One thing at a time.
        while (_events.Exists(other => other.At == at + BetweenChecks)) at = at.AddMinutes(1);
        _events.Add(new UserEvent(at + BetweenChecks, _index, act));
    }
}
