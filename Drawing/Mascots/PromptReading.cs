using System.Collections.Frozen;
using Platform.Drawing.Colors;
using Platform.Drawing.Prompts;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>What a prompt says about a mascot. A colour belongs to the noun after it; where none follows, as in "gato azul", to the noun
/// before.</summary>
internal sealed class PromptReading
{
    private enum Region { Eyes, Hair, Body, Belly, Marks, Ears, Head, Tail }

    private static readonly WordTable<Region> Regions = new(
        """
        Eyes: eye ojo auge augen oeil yeux
        Hair: hair pelo haare cheveux
        Body: body fur skin coat_of_fur mascot character creature animal mascota maskottchen mascotte feathers scales logo figure clothes
        Belly: belly tummy muzzle chest face
        Marks: mane wings markings horn spikes shell fins
        Ears: ear oreja ohr ohren oreille
        Head: head cabeza kopf tete
        Tail: tail cola schwanz queue
        """, Enum.Parse<Region>);

    private static readonly WordTable<float> Sizes = new(
        """
        1.16: big large huge giant enormous long grande gross grosse riesig
        0.86: small tiny short klein kleine petit petite pequeno
        """, size => float.Parse(size, System.Globalization.CultureInfo.InvariantCulture));

    private static readonly WordTable<float> Girths = new(
        """
        1.16: chubby fat plump round chunky thick gordo dick rund gros fluffy muscular strong buff
        0.86: slim thin skinny lean slender flaco duenn mince
        """, girth => float.Parse(girth, System.Globalization.CultureInfo.InvariantCulture));

    private static readonly WordTable<Func<Oklch, Oklch>> Shades = new(
        """
        light: light pale soft hell claro
        dark: dark deep dunkel oscuro fonce
        bright: bright vivid neon electric
        pastel: pastel
        """, name => name switch
        {
            "light" => tone => tone with { L = tone.L + (1 - tone.L) * 0.45f, C = tone.C * 0.75f },
            "dark" => tone => tone with { L = tone.L * 0.66f },
            "bright" => tone => tone with { C = tone.C * 1.4f },
            _ => tone => tone with { L = 0.86f, C = Math.Min(tone.C, 0.075f) },
        });

    private static readonly FrozenSet<string> No = FrozenSet.Create("no", "not", "never", "isnt", "doesnt", "dont", "nicht", "pas", "non");
    private static readonly FrozenSet<string> Without = FrozenSet.Create("without", "sin", "ohne", "sans", "minus", "kein", "keine",
        "keinen", "lacking", "except");
    private static readonly FrozenSet<string> And = FrozenSet.Create("and", "y", "und", "et", "e");
    private static readonly FrozenSet<string> Or = FrozenSet.Create("or", "nor", "o", "oder", "ou", "ni", "noch");
    private static readonly FrozenSet<string> Links = FrozenSet.Create("with", "wearing", "wears", "holding", "holds", "carrying", "has",
        "having", "in", "on", "that", "who", "but", "playing", "eating", "drinking", "reading", "riding",
        "con", "llevando", "mit", "traegt", "avec", "portant", "dressed", "as", "for", "of", "from", "at");

    private readonly List<Rgba> _pending = [];
    private Func<Oklch, Oklch>? _shade;
    private Action<Rgba>? _uncolored;
    private bool _negated;
    private bool _without;
    private bool _linked;
    private float? _size;

    private PromptReading()
    {
    }

    public Species? Species { get; private set; }

    public HashSet<Species> NotSpecies { get; } = [];

    public Rgba? Body { get; private set; }

    public Rgba? Second { get; private set; }

    public Rgba? Eyes { get; private set; }

    public Rgba? Marks { get; private set; }

    public Mood? Mood { get; private set; }

    public Outfit Outfit { get; private set; }

    public Pattern? Pattern { get; private set; }

    public List<(AccessoryKind Kind, Rgba? Color)> Accessories { get; } = [];

    public HashSet<AccessoryKind> NotAccessories { get; } = [];

    public Build Build { get; private set; } = new();

    public bool? LongHair { get; private set; }

    public static PromptReading Of(string prompt)
    {
        var reading = new PromptReading();
        var words = PromptWords.Of(prompt);
        for (var at = 0; at < words.Count;) at += reading.Read(words, at);
        reading.Settle();
        return reading;
    }

    // Takes the word or phrase at a place, and says how many words it had.
    private int Read(List<string> words, int at)
    {
        var word = words[at];
        // "In love" is a mood and no link.
        if (word == PromptWords.Pause || Links.Contains(word) && MascotWords.Moods.Read(words, at,
            out _) < 2)
        {
            return Link(word != PromptWords.Pause);
        }

        if (No.Contains(word) || Without.Contains(word)) return Negate(Without.Contains(word));
        if (Or.Contains(word)) return 1;
        if (And.Contains(word))
        {
            // "Without hat and scarf" denies both; "no hat and a scarf" doesn't.
            _negated &= _without;
            return 1;
        }

        if (Hair(word) is { } longHair) LongHair = longHair;

        var color = ColorNames.Read(words, at, out var named);
        var worn = MascotWords.Accessories.Read(words, at, out var accessory);
        var dressed = MascotWords.Outfits.Read(words, at, out var outfit);
        var born = MascotWords.Species.Read(words, at, out var species);
        var felt = MascotWords.Moods.Read(words, at, out var mood);
        var part = Regions.Read(words, at, out var region);
        var longest = Math.Max(Math.Max(Math.Max(color, worn), Math.Max(dressed, born)), Math.Max(felt, part));
        if (longest == 0) return Adjective(words, at);
        if (color == longest) return Color(named, longest);
        if (part == longest) return Part(region, longest);
        // What is a thing to hold and a kind of mascot is held when the mascot has been named.
        if (worn == longest && !(born == longest && Species is null && !_linked)) return Wear(accessory, longest);
        if (dressed == longest) return Dress(outfit, longest);
        if (born == longest) return Be(species, longest, at > 0 ? words[at - 1] : "");
        if (!_negated) Mood = mood;
        else Mood = mood is Mascots.Mood.Happy ? Mascots.Mood.Sad : Mood == mood ? null : Mood ?? Mascots.Mood.Neutral;
        _negated = false;
        return longest;
    }

    private int Link(bool linked)
    {
        Settle();
        _negated = false;
        _linked = linked;
        _size = null;
        return 1;
    }

    private int Negate(bool without)
    {
        Settle();
        _negated = true;
        _without = without;
        return 1;
    }

    private int Adjective(List<string> words, int at)
    {
        if (Shades.Read(words, at, out var shade) is > 0 and var shaded)
        {
            _shade = shade;
            return shaded;
        }

        if (Sizes.Read(words, at, out var size) is > 0 and var sized)
        {
            _size = size;
            return sized;
        }

        if (Girths.Read(words, at, out var girth) is > 0 and var measured)
        {
            if (!_negated) Build = Build with { Girth = girth };
            return measured;
        }

        if (MascotWords.Patterns.Read(words, at, out var pattern) is > 0 and var patterned)
        {
            Pattern = _negated ? Mascots.Pattern.Plain : pattern;
            _negated = false;
            return patterned;
        }

        return 1;
    }

    private int Color(Rgba color, int length)
    {
        if (!_negated) _pending.Add(_shade is null ? color : _shade(Oklch.Of(color)).ToRgba());
        _negated = false;
        _shade = null;
        return length;
    }

    private int Part(Region region, int length)
    {
        if (region == Region.Hair && _size > 1) LongHair = true;
        if (_size is { } size)
        {
            Build = region switch
            {
                Region.Eyes => Build with { EyeSize = size },
                Region.Ears => Build with { Ears = size * size },
                Region.Head => Build with { Head = 1 + (size - 1) * 0.5f },
                Region.Tail => Build with { Tail = size },
                _ => Build,
            };
            _size = null;
        }

        Paint(color =>
        {
            switch (region)
            {
                case Region.Eyes: Eyes = color; break;
                case Region.Hair or Region.Marks: Marks = color; break;
                case Region.Belly: Second = color; break;
                default: Body = color; break;
            }
        });
        _negated = false;
        return length;
    }

    private int Wear(AccessoryKind kind, int length)
    {
        if (_negated)
        {
            NotAccessories.Add(kind);
            return length;
        }

        var place = Accessories.Count;
        Accessories.Add((kind, null));
        Paint(color => Accessories[place] = (kind, color));
        _size = null;
        return length;
    }

    private int Dress(Outfit outfit, int length)
    {
        if (_negated) return length;
        Outfit = outfit;
        // "A red wizard" has a red robe, but in "a red wizard cat" the cat is red; so the colour waits.
        if (_pending.Count == 0) _uncolored = color => Body = color;
        return length;
    }

    private int Be(Species species, int length, string before)
    {
        if (_negated)
        {
            NotSpecies.Add(species);
            return length;
        }

        // Of two kinds side by side the second is the noun: a "dragon cat" is a cat. Elsewhere the first is the mascot.
        var joined = Species is { } named && MascotWords.Species.Read([before], 0, out var last) > 0 && last == named && before[0] < 0x2190;
        if (Species is null || joined)
        {
            Species = species;
            Paint(color => Body = color);
            return length;
        }

        if (Held(species) is not { } kind) return length;
        return Wear(kind, length);
    }

    private static AccessoryKind? Held(Species species) => species switch
    {
        Mascots.Species.Fish => AccessoryKind.Fish,
        Mascots.Species.Heart => AccessoryKind.Heart,
        Mascots.Species.Star => AccessoryKind.Star,
        Mascots.Species.Cup => AccessoryKind.Coffee,
        Mascots.Species.Plant => AccessoryKind.Flower,
        _ => null,
    };

    // Gives the waiting colours to a noun; the second of two is for its belly.
    private void Paint(Action<Rgba> noun)
    {
        _uncolored = _pending.Count == 0 ? noun : null;
        if (_pending.Count > 0) noun(_pending[0]);
        if (_pending.Count > 1 && Body == _pending[0]) Second = Marks = _pending[1];
        _pending.Clear();
    }

    // No noun followed the colours that still wait: they are the last noun's.
    private void Settle()
    {
        if (_pending.Count == 0) return;
        if (_uncolored is { } last) Paint(last);
        else if (Body is null && Species is null or Mascots.Species.Person) Paint(color => Body = color);
        _uncolored = null;
        _pending.Clear();
    }

    private static bool? Hair(string word) => word switch
    {
        "girl" or "woman" or "lady" or "princess" or "queen" or "fairy" or "witch" or "heroine" or "mermaid"
            or "mujer" or "nina" or "frau" or "maedchen" or "femme" or "fille" or "👩" or "👧" or "👸" => true,
        "boy" or "man" or "guy" or "king" or "gentleman" or "hombre" or "nino"
            or "mann" or "junge" or "homme" or "garcon" or "👨" or "👦" or "🤴" => false,
        _ => null,
    };
}
