namespace Platform.Companions;

internal static partial class Lexicon
{
    /// <summary>Emoji and emoticons: mood from -1 to 1 and gravity from 0 to 1. Variation selectors are left out, as in tokens.</summary>
    private static (double Mood, double Gravity, Cue Cues, string Signs)[] Emoji =>
    [
        (0.8, 0, Cue.Judges, "❤ 🧡 💛 💚 💙 💜 🖤 🤍 💖 💗 💓 💞 💕 💝 😍 🥰 😘 😚 🫶 💘 ♥ <3 :* :-* 🤗"),
        (0.5, 0, Cue.None, "😊 ☺ 🙂 😀 😃 😄 😁 😌 😇 🙏 👍 👏 🤝 😉 😋 😎 🌹 🌸 🌻 ✨ :) :-) =) :] (: ^^ ^_^ ;) ;-) 💪 🌈 ☀ 👋 😺 🐶 🐱"),
        (0.6, 0, Cue.Lively, "🎉 🎊 🥳 🔥 🚀 🤩 💯 🙌 🏆 ⚡ :D :-D =D 💃 🕺"),
        (0.4, 0, Cue.Laughs, "😂 🤣 😆 😹 😅 😜 🤪 😝 😛 :P :-P :p 😏"),
        (-0.6, 0, Cue.None, "😢 😭 😞 😔 😟 😥 😿 💔 🥺 ☹ 🙁 😩 😫 😰 😨 😱 :( :-( =( :'( :[ >_<"),
        (-0.3, 0, Cue.None, "😕 😐 😑 😶 🙄 😒 😬 😴 🥱 😪 :/ :-/ :| :-| 🤒 🤕 🤧"),
        (-0.8, 0, Cue.Judges | Cue.Lively, "😠 😡 🤬 👎 🖕 🤮 🤢 💩 >:( 👿"),
        (-0.5, 0.5, Cue.Loss, "⚰ 🕊 🪦"),
        (-0.5, 0.6, Cue.Illness, "🚑 🏥"),
    ];
}
