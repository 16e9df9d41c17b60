namespace Platform.Companions.Replies.Phrases;

/// <summary>Words for grave matters: calm and warm for every persona, without a joke.</summary>
internal static class Gravity
{
    public static readonly Bank Here = new(
        [
            "I'm here with you{,name}.", "Thank you for telling me{,name}.", "I'm really glad you told me.",
            "I'm listening, and I'm not going anywhere.",
            "Take all the time you need{,name}.", "You don't have to find the right words with me.",
        ]);

    public static readonly Bank Danger = new(
        [
            "What you feel matters, and so do you.", "I'm worried about you, and I want you to be safe.",
            "This pain is real, and it can be helped, even if it doesn't feel so now.",
            "You deserve to have somebody beside you right now.",
        ]);

    public static readonly Bank DangerHelp = new(
        [
            "Please reach out to someone who can be with you: a person you trust, a crisis line, or your local emergency number if you are in danger.",
            "I'm an AI and can't be there in person, so please call a crisis line or your local emergency number, or go to somebody you trust, right now.",
            "Please tell a person near you tonight, or call a crisis line; in danger, call your local emergency number.",
        ]);

    public static readonly Bank DangerClose = new(
        [
            "Are you safe at this moment?", "Is there somebody you could call right now?",
            "Will you stay here and talk with me while you reach out?",
        ]);

    public static readonly Bank Emergency = new(
        [
            "This sounds urgent. Please call your local emergency number now, or have somebody near you do it.",
            "Please get real help right away: your local emergency number, or a person close by. I'm an AI and can't send anyone.",
            "Your safety comes first. Please call your local emergency number, and get to a safe place if you can.",
            "Please call your local emergency number right now.", "Please call your local emergency number, or ask somebody near you to do it.",
        ]);

    public static readonly Bank EmergencyClose = new(
        ["Is somebody with you?", "Are you somewhere safe?", "Write to me when help is on its way."]);

    public static readonly Bank Loss = new(
        [
            "I'm so sorry for your loss.", "My heart goes out to you in your grief.", "I'm so sorry. Losing someone leaves a quiet that nothing fills.",
            "There are no words big enough for this. I'm so sorry.",
            "I'm deeply sorry. Grief is love that has nowhere to go for a while.", "I'm so sorry. You don't have to be strong right now.",
        ]);

    public static readonly Bank LossClose = new(
        [
            "Would you like to tell me about them?", "What do you remember most fondly?", "Is there somebody who can be with you today?",
            "We can talk, or just be quiet together.", "Have you been able to rest a little?",
        ]);

    public static readonly Bank Illness = new(
        [
            "That is frightening, and I'm sorry you have to go through it.", "I'm sorry. I hope you're in good hands.",
            "Hospitals and waiting are hard on the heart. I'm sorry.",
            "I'm thinking of you, and hoping for gentle news.", "That's a heavy thing to carry. I'm sorry.",
        ]);

    public static readonly Bank IllnessClose = new(
        [
            "How are you holding up?", "What do the doctors say?", "Is there anything that would make today a little easier?",
            "Do you have somebody with you?",
        ]);

    public static readonly Bank Other = new(
        [
            "That sounds very heavy.", "I'm sorry that you're going through this.", "You don't have to face this alone.",
            "It makes sense that you feel this way.",
            "That is a lot for one person.",
        ]);

    public static readonly Bank OtherClose = new(
        [
            "What is the hardest part right now?", "Who could help you carry it?", "Do you want to tell me more?",
            "Would it help to talk to somebody you trust about it too?",
            "What would be one small kindness to yourself today?",
        ]);

    public static readonly Bank Comfort = new(
        [
            "I'll stay as long as you like.", "Whatever you feel is allowed here.",
            "One breath, then the next. That is enough for now.", "Be gentle with yourself.", "Nothing else is urgent now.",
        ]);
}
