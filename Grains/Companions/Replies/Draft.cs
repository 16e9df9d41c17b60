using System.Text;
using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>A reply as it grows, part by part. Fills the slots of lines, and leaves out what she said of late.</summary>
internal sealed class Draft(ReplyRequest request, Hearing hearing, Voice voice, ulong seed)
{
    /// <summary>Characters of a whole reply, with room for its emoji.</summary>
    private const int MaxLength = 580;
    private const int MaxName = 50;
    private const int MaxTrait = 30;
    private const int Picks = 4;

    private readonly StringBuilder _text = new(256);
    private readonly StringBuilder _line = new(128);
    private readonly Said _said = new(request.Recent);
    private Dice _dice = new(seed);
    private bool _addressed;

    /// <summary>Whether the words must stay soft: no exclamation marks, no emoji.</summary>
    public bool IsGentle { get; set; }

    public bool EndsWithQuestion => _text.Length > 0 && _text[^1] == '?';

    public bool IsEmpty => _text.Length == 0;

    public bool Chance(double chance) => _dice.Chance(chance);

    /// <summary>Adds a new line of the bank in her own manner. False when there is no bank, or no line of it that is new, filled and fits.</summary>
    public bool Say(Bank? bank) => Say(bank, voice.Manner);

    /// <summary>The same in another manner.</summary>
    public bool Say(Bank? bank, Manner manner) => bank is not null && Fresh(bank, manner) is { } part && Add(part);

    /// <summary>The same for what a reply can't do without: where nothing new is left, she says that she says it again.</summary>
    public bool Insist(Bank? bank) => Insist(bank, voice.Manner);

    public bool Insist(Bank? bank, Manner manner) =>
        bank is not null && (Fresh(bank, manner) ?? Repeated(bank, manner)) is { } part && Add(part);

    public void AddEmoji(string emoji)
    {
        if (!IsGentle && _text.Length > 0)
            _text.Append(' ').Append(emoji);
    }

    public string Pick(string[] items) => items[_dice.Below(items.Length)];

    public override string ToString() => Plain.Capitalize(_text.ToString());

    /// <summary>What she calls the user; a single space, which is no address, when she has no word for them yet.</summary>
    private string Address { get; } = hearing.Name ?? " ";

    private string? Fill(string line)
    {
        var rest = line.AsSpan();
        _line.Clear();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var close = rest.IndexOf('}');
            var slot = rest[(open + 1)..close];
            if (Value(slot) is not { } value)
                return null;
            _line.Append(rest[..open]);
            _line.Append(char.IsUpper(slot[0]) ? Plain.Capitalize(value) : value);
            rest = rest[(close + 1)..];
        }
        return _line.Length == 0 ? line : _line.Append(rest).ToString();
    }

    private string? Value(ReadOnlySpan<char> slot) => slot switch
    {
        ",you" => WithComma(),
        ",name" => hearing.Name is { } name && !_addressed ? ", " + name : "",
        "me" => Plain.Clip(request.Persona.Name, MaxName) is { Length: > 0 } me ? me : "your friend",
        "user" or "User" => hearing.Name,
        "topic" or "Topic" => hearing.Topic,
        "echo" or "Echo" => hearing.Echo,
        "like" or "Like" => hearing.ToldLike ?? hearing.RecalledLike,
        "look" or "Look" => hearing.Look,
        "looks" => Looks.All(request.Persona.Appearance),
        "traits" => Traits(),
        "world" => Asides.World(request.Persona.Style),
        "silence" or "Silence" => Silences.InWords(request.Silence),
        _ => null,
    };

    private string WithComma()
    {
        if (_addressed)
            return "";
        if (hearing.Name is { } name && _dice.Chance(0.45))
            return ", " + name;
        var closeness = Closeness.Of(request);
        if (closeness < Closeness.Dear || !_dice.Chance(0.4))
            return "";
        _addressed = true;
        return ", " + Pick(Closeness.Endearments(voice.Manner));
    }

    private string? Traits()
    {
        var traits = request.Persona.Traits.Select(trait => Plain.Lower(Plain.Clip(trait, MaxTrait)))
            .Where(trait => trait.Length > 0).Take(3).ToList();
        return traits.Count == 0 ? null : Looks.Join(traits);
    }

    private string? Fresh(Bank bank, Manner manner)
    {
        for (var i = 0; i < Picks; i++)
        {
            if (Shaped(bank.Pick(manner, ref _dice)) is { } part && _said.IsNew(part))
                return part;
        }
        return FirstNew(bank.Fitting(manner), "");
    }

    private string? Repeated(Bank bank, Manner manner)
    {
        var lines = bank.Fitting(manner);
        var openings = IsGentle ? Again.Gentle : Again.Openings;
        var first = _dice.Below(openings.Length);
        for (var i = 0; i < openings.Length; i++)
        {
            if (FirstNew(lines, openings[(first + i) % openings.Length]) is { } part)
                return part;
        }
        // A name with a full stop in it makes every line a repetition. The answer matters more.
        return Shaped(bank.Pick(manner, ref _dice));
    }

    private string? FirstNew(string[] lines, string opening)
    {
        var first = _dice.Below(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (Shaped(opening + lines[(first + i) % lines.Length]) is { } part && _said.IsNew(part))
                return part;
        }
        return null;
    }

    private string? Shaped(string line) => Fill(line) is { } filled ? voice.Shape(filled, IsGentle, ref _dice) : null;

    private bool Add(string part)
    {
        if (_text.Length + part.Length + 1 > MaxLength)
            return false;
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(part);
        _said.Add(part);
        _addressed |= part.Contains(Address, StringComparison.Ordinal);
        return true;
    }
}
