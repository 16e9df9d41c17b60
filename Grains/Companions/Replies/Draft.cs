using System.Text;
using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>A reply as it grows, part by part. Fills the slots of lines, and avoids what she said a moment ago.</summary>
internal sealed class Draft(ReplyRequest request, Hearing hearing, Voice voice, ulong seed)
{
    /// <summary>Characters of a whole reply, with room for its emoji.</summary>
    private const int MaxLength = 580;
    private const int MaxName = 50;
    private const int MaxTrait = 30;
    private const int Picks = 4;

    /// <summary>How many of her last messages a part is checked against.</summary>
    private const int Remembered = 4;

    private readonly StringBuilder _text = new(256);
    private readonly StringBuilder _line = new(128);
    private Dice _dice = new(seed);
    private bool _addressed;

    /// <summary>Whether the words must stay soft: no exclamation marks, no emoji.</summary>
    public bool IsGentle { get; set; }

    public bool EndsWithQuestion => _text.Length > 0 && _text[^1] == '?';

    public bool IsEmpty => _text.Length == 0;

    public bool Chance(double chance) => _dice.Chance(chance);

    /// <summary>Adds a line of the bank in her own manner. False when there is no bank, or no line of it can be filled or fits.</summary>
    public bool Say(Bank? bank) => Say(bank, voice.Manner);

    /// <summary>The same in another manner.</summary>
    public bool Say(Bank? bank, Manner manner)
    {
        if (bank is null)
            return false;
        string? part = null;
        for (var i = 0; i < Picks; i++)
        {
            if (Fill(bank.Pick(manner, ref _dice)) is not { } filled)
                continue;
            part = voice.Shape(filled, IsGentle, ref _dice);
            if (!WasJustSaid(part))
                break;
        }
        if (part is null || _text.Length + part.Length + 1 > MaxLength)
            return false;
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(part);
        _addressed |= part.Contains(Address, StringComparison.Ordinal);
        return true;
    }

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

    private bool WasJustSaid(string part)
    {
        var (checkedMessages, recent) = (0, request.Recent);
        for (var i = recent.Count - 1; i >= 0 && checkedMessages < Remembered; i--)
        {
            if (recent[i].FromUser)
                continue;
            if (recent[i].Content.Contains(part, StringComparison.Ordinal))
                return true;
            checkedMessages++;
        }
        return false;
    }
}
