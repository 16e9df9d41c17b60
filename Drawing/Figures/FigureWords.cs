using System.Collections.Frozen;

namespace Platform.Drawing.Figures;

/// <summary>What the words of a prompt say about a figure.</summary>
internal static class FigureWords
{
    // A prompt says what matters early; what comes after this many characters is not read.
    private const int Read = 4000;

    // "dimension:value" and the words, one or two each, that mean it.
    private static readonly (string Tag, string Words)[] Meanings =
    [
        ("body_type:average", "average"), ("body_type:slim", "slim,slender,thin,skinny,lean,lanky,petite"),
        ("body_type:athletic", "athletic build,muscular,fit,toned,athlete,strong,brawny"),
            ("body_type:curvy", "curvy,voluptuous,hourglass"),
        ("body_type:heavyset", "heavyset,heavy,fat,overweight,plump,chubby,stocky,stout,large"),
        ("pose:standing", "standing,stands,stand,upright,contrapposto"), ("pose:sitting", "sitting,sits,seated,sit,sat"),
        ("pose:action", "action,fighting,punching,punch,kicking,kick,throwing,throw,lunging,lunge,attacking,swinging,archer,archery"),
        ("pose:reclining", "reclining,recline,lounging,leaning back,odalisque"),
        ("pose:gesture", "gesture,gesturing,pointing,waving,wave,reaching,presenting,greeting"),
        ("pose:crouching", "crouching,crouch,squatting,squat,kneeling,kneels,kneel"),
            ("pose:jumping", "jumping,jump,jumps,leaping,leap,leaps,flying,midair"),
        ("pose:running", "running,run,runs,sprinting,sprint,runner,jogging"), ("pose:lying", "lying,laying,sleeping,asleep,prone,supine"),
        ("pose:foreshortened", "foreshortened,foreshortening"),
        ("camera:low_angle", "low angle,worm's eye,from below"), ("camera:high_angle", "high angle,from above"),
            ("camera:dutch_angle", "dutch angle,dutch,tilted camera"),
        ("camera:profile", "profile,profile view"), ("camera:front", "front view,frontal,from front"),
            ("camera:side", "side view,sideways"),
        ("camera:back", "back view,from behind,rear view"), ("camera:top_down", "top down,bird's eye,overhead"),
            ("camera:isometric", "isometric"), ("camera:eye_level", "eye level"),
        ("lighting:studio", "studio light,studio lighting,softbox"), ("lighting:natural",
            "natural light,daylight,sunlight,sunny,natural lighting"),
        ("lighting:dramatic", "dramatic,dramatic light,moody,cinematic"),
            ("lighting:rim", "rim light,rim lighting,rim,backlit,backlight,rimlight"),
        ("lighting:soft", "soft light,soft lighting,soft,diffuse,diffused"), ("lighting:flat", "flat light,flat lighting"),
        ("lighting:chiaroscuro", "chiaroscuro,caravaggio,rembrandt"), ("lighting:high_key", "high key"), ("lighting:low_key", "low key"),
        ("clothing:casual", "casual,jeans,t shirt,tshirt,hoodie,sweater"), ("clothing:formal", "formal,suit,tuxedo,business,tie,elegant"),
        ("clothing:athletic", "sportswear,gym,leggings,leotard,yoga"), ("clothing:minimal", "minimal clothing,bodysuit,swimsuit,underwear"),
        ("clothing:traditional", "traditional,kimono,sari,hanbok,folk dress"),
            ("clothing:sport", "jersey,soccer,football,basketball,tennis"),
        ("clothing:fantasy", "fantasy,elf,elven,cape,cloak,adventurer,ranger"),
            ("clothing:robe", "robe,robes,toga,monk,wizard,mage,druid,priest"),
        ("clothing:armor", "armor,armour,armored,armoured,knight,paladin"),
            ("clothing:sci-fi", "sci fi,scifi,space suit,spacesuit,astronaut,cyborg,futuristic,android"),
        ("clothing:anon", "mannequin,anonymous,dummy,featureless"),
        ("background:studio", "studio background,studio backdrop"), ("background:outdoor",
            "outdoor,outdoors,landscape background,park,forest,meadow,nature,mountains,beach"),
        ("background:abstract", "abstract"), ("background:architectural",
            "architectural,architecture,columns,temple,building,city,interior"),
        ("background:plain_color", "plain color,plain colour,solid background"), ("background:gradient", "gradient"),
            ("background:minimal", "minimal background,white background"),
        ("background:simple", "simple background"),
        ("ethnicity:african", "african,black"), ("ethnicity:asian", "asian,chinese,japanese,korean"),
            ("ethnicity:caucasian", "caucasian,european,white"),
        ("ethnicity:hispanic", "hispanic,latina,latino,mexican"), ("ethnicity:middle_eastern", "middle eastern,arab,arabic,persian"),
            ("ethnicity:south_asian", "south asian,indian,pakistani"),
        ("age_range:young_adult", "young,youth,youthful,teenager,young adult,girl,boy"), ("age_range:middle_aged", "middle aged,mature"),
        ("age_range:elderly", "elderly,old,aged,grandmother,grandfather,senior"), ("age_range:adult", "adult"),
        ("gender_presentation:feminine", "feminine,woman,female,girl,lady,ballerina,she,her,women,grandmother,queen,princess"),
        ("gender_presentation:masculine", "masculine,man,male,boy,guy,he,his,men,grandfather,king,prince"),
            ("gender_presentation:androgynous", "androgynous,nonbinary"),
        ("body_region:torso", "torso,bust,upper body,half body"), ("body_region:head", "head,portrait,face,headshot"),
            ("body_region:hands", "hands,hand,hand study,fingers"),
        ("body_region:feet", "feet,foot,foot study"), ("body_region:full_body", "full body,whole body,full figure"),
        ("style:realistic", "realistic,photo,photorealistic"), ("style:comic", "comic,comics,superhero,cartoon,halftone"),
            ("style:anime", "anime,manga,cel shaded"),
        ("style:silhouette", "silhouette,silhouettes"), ("style:line_art", "line art,lineart,ink,outline,line drawing,contour"),
            ("style:low_poly", "low poly,lowpoly,polygonal,faceted"),
        ("theme:sport", "sport,sports,athletics,athlete,soccer,basketball,tennis"),
            ("theme:ballet", "ballet,ballerina,dancer,dancing,arabesque,dance"),
        ("theme:fantasy", "fantasy,wizard,mage,elf,knight,sword,warrior"),
            ("theme:martial_arts", "martial arts,karate,kung fu,judo,taekwondo,ninja,boxing,samurai"),
        ("theme:daily_life", "daily life,everyday,reading,walking,coffee"),
        ("aspect_ratio:square", "square"), ("aspect_ratio:wide", "widescreen"),
    ];

    private static readonly FrozenDictionary<string, (string Dimension, string Value)[]> ByWords = Meanings
        .SelectMany(meaning => meaning.Words.Split(',').Select(words => (Words: words, Meaning: Split(meaning.Tag))))
        .GroupBy(entry => entry.Words).ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Meaning).ToArray());

    /// <summary>The meanings in a prompt, the first of each dimension. Two words that mean something together go before each
    /// alone.</summary>
    public static Dictionary<string, string> Of(string? prompt)
    {
        var found = new Dictionary<string, string>();
        var words = Words(prompt);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && ByWords.TryGetValue($"{words[i]} {words[i + 1]}", out var meanings)) i++;
            else if (!ByWords.TryGetValue(words[i], out meanings)) continue;
            foreach (var (dimension, value) in meanings) found.TryAdd(dimension, value);
        }

        return found;
    }

    private static List<string> Words(string? prompt)
    {
        var words = new List<string>();
        var text = prompt.AsSpan(0, Math.Min(prompt?.Length ?? 0, Read));
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsAsciiLetter(text[i]) || text[i] == '\''))
            {
                if (start < 0) start = i;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToString().ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    private static (string, string) Split(string tag)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        return (tag[..colon], tag[(colon + 1)..]);
    }
}
