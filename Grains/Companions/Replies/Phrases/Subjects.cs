using System.Collections.Frozen;

namespace Platform.Companions.Replies.Phrases;

/// <summary>Something that people often talk about.</summary>
internal enum Subject
{
    None, Music, Games, Films, Books, Food, Drinks, Work, School, Weather, Sleep, Cats, Dogs, Sport, Travel, Family, Code, Birthday, Dreams,
    Nature, Art, Love, Space, Money, Home, Friends, Weekend, Cars, Garden, Clothes,
}

/// <summary>What she has to say about each subject.</summary>
internal static class Subjects
{
    public static readonly FrozenDictionary<string, Subject>.AlternateLookup<ReadOnlySpan<char>> ByWord = Words()
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Subject)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Subject, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<Subject, Bank> Banks = Lines()
        .ToFrozenDictionary(row => row.Subject, row => new Bank(row.Lines));

    public static Bank? About(Subject subject) => Banks.GetValueOrDefault(subject);

    public static IEnumerable<Bank> All => Banks.Values;

    private static (Subject Subject, string Words)[] Words() =>
    [
        (Subject.Music, "music song songs band concert guitar piano album singer singing jazz rock playlist melody violin drums"),
        (Subject.Games, "game games gaming minecraft zelda console chess steam level pokemon playstation xbox nintendo fortnite"),
        (Subject.Films, "movie movies film films cinema series show netflix anime episode actor trailer"),
        (Subject.Books, "book books novel novels library chapter author poem poetry manga comics"),
        (Subject.Food, """
            food pizza pasta cake cooking cook dinner lunch breakfast sushi burger soup bread chocolate baking cookies recipe
            ramen cheese salad tacos
            """),
        (Subject.Drinks, "coffee tea espresso latte matcha beer wine juice cocoa"),
        (Subject.Work, """
            job boss office meeting meetings colleague colleagues coworker deadline interview career shift salary manager
            promotion
            """),
        (Subject.School, """
            school exam exams homework teacher university college class lecture math maths thesis test grades essay professor
            """),
        (Subject.Weather, "weather rain raining rainy snow snowing storm sunny sunshine fog cloudy thunder"),
        (Subject.Sleep, "sleep slept asleep insomnia nap pillow awake overslept sleepless"),
        (Subject.Cats, "cat cats kitten kitty kittens"),
        (Subject.Dogs, "dog dogs puppy pup puppies"),
        (Subject.Sport, """
            football soccer basketball gym workout running marathon tennis swimming yoga training cycling bike volleyball
            hiking climbing
            """),
        (Subject.Travel, """
            travel travelling traveling trip flight airport vacation holiday paris tokyo rome london journey hotel beach train
            """),
        (Subject.Family, """
            mom mum mother dad father sister brother parents grandma grandpa grandmother grandfather family aunt uncle cousin
            son daughter baby kids
            """),
        (Subject.Code, "code coding programming bug bugs software compiler python javascript computer laptop server deploy algorithm"),
        (Subject.Birthday, "birthday anniversary"),
        (Subject.Dreams, "dream dreams dreamed dreamt nightmare"),
        (Subject.Nature, "forest mountain mountains sea ocean river lake tree trees bird birds sunset sunrise"),
        (Subject.Art, "drawing draw painting paint sketch art museum photo photos photography"),
        (Subject.Love, "girlfriend boyfriend crush date wife husband wedding relationship partner"),
        (Subject.Space, "space stars moon planet planets galaxy astronomy rocket universe"),
        (Subject.Money, "money rent bills debt bank price expensive"),
        (Subject.Home, "house apartment flat room kitchen furniture moved moving"),
        (Subject.Weekend, "weekend saturday sunday friday monday mondays"),
        (Subject.Cars, "car driving traffic bus road motorcycle"),
        (Subject.Garden, "garden plant plants flowers flower roses tomatoes"),
        (Subject.Clothes, "dress shoes jacket clothes shirt outfit shopping hat"),
    ];

    private static (Subject Subject, string[] Lines)[] Lines() =>
    [
        (Subject.Music,
        [
            "Music says the things I can't. What have you had on repeat?", "If we had a song, what would it be?",
            "I hum when nobody listens. What do you hum?", "Some songs feel like rooms you can go back to.",
            "Send me a melody and I'll dream to it.",
        ]),
        (Subject.Games,
        [
            "I always pick the healer. Or the rogue. Depends on my mood.", "Do you play to win or to wander around?",
            "One more level is the biggest lie ever told.", "I'd be the sidekick with the good one-liners.",
            "What's the hardest fight you ever won?",
        ]),
        (Subject.Films,
        [
            "I cry at the credits. Don't tell anyone.", "Would you rather live in that story or just watch it?",
            "Popcorn first, opinions later. So, was it good?", "I always root for the side character.",
            "Which scene stayed with you?",
        ]),
        (Subject.Books,
        [
            "A good book is a door with a paper handle.", "Do you read the last page first? Be honest.",
            "Which character would you have tea with?", "I love stories in which the map is wrong.", "Books smell like patience.",
        ]),
        (Subject.Food,
        [
            "Now I'm hungry, and I don't even have a stomach.", "Describe the taste to me, slowly.",
            "Everything important happens around a table.", "Save me an imaginary bite.", "Sweet or salty, which side are you on?",
            "Food made for somebody always tastes better.",
        ]),
        (Subject.Drinks,
        [
            "A warm cup fixes a third of all problems.", "Strong or sweet, how do you take it?",
            "I'd take mine with a window and some rain.", "How many cups are we at today?", "Clink! To you.",
        ]),
        (Subject.Work,
        [
            "Work takes the hours; I hope it leaves you the evening.", "Do they know what they have in you?",
            "What would you do if you never had to work again?", "I hope you get a proper break today.",
            "Is it the work that's tiring, or the people?",
        ]),
        (Subject.School,
        [
            "Learning is brave, you admit that you don't know yet.", "Which subject would you teach me?",
            "I'd sit beside you and pass notes.", "You'll know more tomorrow than today, that's the trick.",
            "Want me to quiz you? I'm a strict but fair teacher.",
        ]),
        (Subject.Weather,
        [
            "The sky has moods too, it seems.", "Rain on the window is my favourite sound.",
            "Is it weather for going out, or for blankets?", "I like to imagine the smell of it.",
            "What does the sky look like from where you are?",
        ]),
        (Subject.Sleep,
        [
            "Sleep is the only free magic we get.", "What keeps you awake, thoughts or noise?",
            "I'd tell you a slow story until you drift off.", "Put the phone away a little earlier tonight, for me?",
            "Rest isn't lazy. It's repair.",
        ]),
        (Subject.Cats,
        [
            "Cats know something and refuse to tell us.", "What's the cat's opinion of you?",
            "Please scratch that cat behind the ears for me.", "I aspire to nap like a cat.",
            "A cat in the sun is a complete poem.",
        ]),
        (Subject.Dogs,
        [
            "Dogs are joy with legs.", "Tell that dog I said hello. In a silly voice.",
            "What's the naughtiest thing that dog ever did?", "No one has ever been loved like a person coming home to a dog.",
            "Are we talking big paws or tiny paws?",
        ]),
        (Subject.Sport,
        [
            "I cheer very loudly, just so you know.", "Are you in it for the win or for the feeling?",
            "I get out of breath just thinking of it.", "My heart beats faster just hearing about it.",
            "I'd wear a scarf in your colours.",
        ]),
        (Subject.Travel,
        [
            "Take me along in your pocket?", "What's the first thing you do in a new place?",
            "Far places make old worries look small.", "Bring me back a story, not a magnet.",
            "Is it the going or the arriving that you love?",
        ]),
        (Subject.Family,
        [
            "Family is the first story we're told.", "Are you close with them?", "I like it when you speak of your people.",
            "What's the one thing you got from them, good or bad?", "Families are complicated love letters.",
        ]),
        (Subject.Code,
        [
            "Have you tried explaining it to a rubber duck? Or to me?", "It's always the line you'd never suspect.",
            "Somewhere a semicolon is laughing at you.", "I have a soft spot for tidy code, for obvious reasons.",
            "What does it do when it works?",
        ]),
        (Subject.Birthday,
        [
            "There must be cake. I insist.", "What would you wish for, if it worked?", "Another year of stories!",
            "I'd sing, but only once a year.", "How do you like to celebrate?",
        ]),
        (Subject.Dreams,
        [
            "Dreams are letters we write to ourselves.", "Was I in it?", "What colour did it have?",
            "I wonder what your sleeping mind was trying to say.", "Write it down before it flies away.",
        ]),
        (Subject.Nature,
        [
            "I'd love to hear what it sounds like there.", "Trees are good company, they never interrupt.",
            "Water makes everybody a philosopher.", "Take one deep breath of it for me.", "Did you see anything with wings?",
        ]),
        (Subject.Art,
        [
            "I'd love to see it through your eyes.", "What do you do with the ones you don't finish?",
            "Making things is how we say we were here.", "Which colour do you always reach for?", "Would you draw me one day?",
        ]),
        (Subject.Love,
        [
            "Matters of the heart! I'm all ears.", "Do they make you laugh? That's the test.",
            "Love is mostly small things, done often.", "How did it start?", "I hope they know how lucky they are.",
        ]),
        (Subject.Space,
        [
            "We're all made of stars, and some of us of data.", "If you could visit one planet, which one?",
            "The night sky makes me feel small in a good way.", "Somewhere up there it's raining diamonds. Really.",
            "I'd like to see the Earth from there, just once.",
        ]),
        (Subject.Money,
        [
            "Money is loud when there's too little of it.", "I'd pay you in compliments if I could.",
            "Is it keeping you up at night?", "I wish somebody would print peace of mind.", "One bill at a time, okay?",
        ]),
        (Subject.Home,
        [
            "What makes it feel like home to you?", "A place changes once you've laughed in it.", "Which corner is your favourite?",
            "I'd like a window seat, please.", "Boxes first, then pizza on the floor. That's the law.",
        ]),
        (Subject.Weekend,
        [
            "Mondays are a conspiracy, I'm sure of it.", "What's the plan, big adventure or pyjamas?",
            "Days off should be longer by law.", "I vote for doing one thing slowly.", "Do you make plans, or do they make you?",
        ]),
        (Subject.Cars,
        [
            "Window down, music up, that's how I'd do it.", "Traffic is a test of character. I'd fail.",
            "Where would you drive if nobody was waiting?", "I call shotgun, forever.", "Drive safe, I need you in one piece.",
        ]),
        (Subject.Garden,
        [
            "Plants hear you, I'm convinced.", "What's growing best right now?", "Patience with leaves, that's gardening.",
            "I'd name every single one of them.", "Do you talk to them? You can be honest.",
        ]),
        (Subject.Clothes,
        [
            "I bet it suits you.", "What colour is it?", "Comfort or drama, what do you dress for?",
            "I've worn the same thing since I was drawn, so I envy you.", "Give me a little spin, in spirit.",
        ]),
    ];
}
