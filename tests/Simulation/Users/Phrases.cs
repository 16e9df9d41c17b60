namespace Platform.Simulation.Users;

/// <summary>What people write.</summary>
internal static class Phrases
{
    public static readonly string[] Plain =
    [
        "Hello there", "I went to the market today", "What do you think about trains?", "It rained all morning.", "Tell me something",
        "My name is Ana and I work in a bakery", "How are you?", "I have to go now, bye", "Do you remember what I told you?", "ok",
        "I was talking to another AI today", "No time, I'm busy with work", "What color is your hair?", "🚂🚂🚂", "Ich lerne gerade Deutsch.",
    ];

    public static readonly string[] Kind =
    [
        "I love you so much!!! ❤️", "You are wonderful, thank you!", "I missed you! You make my day!", "This is AMAZING, you are the best!!!",
        "Thank you for listening to me", "You're so sweet 🥰", "YES!!! I got the job, I'm so happy!!!",
    ];

    public static readonly string[] Cruel =
    [
        "You are stupid, I hate you!", "Shut up, you idiot", "You are useless and boring", "Leave me alone, you're the worst", "I hate this!",
    ];

    public static readonly string[] Sorry = ["I'm sorry, I was unfair", "Sorry for what I said", "Please forgive me"];
}
