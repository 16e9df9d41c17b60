using FsCheck.Xunit;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class ReplyCharacterTests
{
    private static readonly PastMessage[] Introduced = [new(true, "hello, my name is Ana"), new(false, "Nice to meet you.")];

    [Theory]
    [InlineData("shy", "sarcastic")]
    [InlineData("cheerful", "gloomy")]
    [InlineData("tsundere", "wise")]
    [InlineData("nerdy", "romantic")]
    public void Another_persona_says_other_things(string one, string other)
    {
        var first = Requests.Replies(Requests.Of("you are so sweet", persona: Requests.With(one)));
        var second = Requests.Replies(Requests.Of("you are so sweet", persona: Requests.With(other)));
        Assert.True(first.Zip(second).Count(pair => pair.First != pair.Second) > 30);
    }

    [Fact]
    public void A_cheerful_companion_is_louder_than_a_calm_one()
    {
        var cheerful = Requests.Replies(Requests.Of("I bought shoes", persona: Requests.With("cheerful")));
        var calm = Requests.Replies(Requests.Of("I bought shoes", persona: Requests.With("calm")));
        Assert.True(cheerful.CountWith("!") > 20);
        Assert.Equal(0, calm.CountWith("!"));
    }

    [Fact]
    public void A_formal_companion_does_not_shorten_words() =>
        Assert.False(Requests.Replies(Requests.Of("I went for a walk", persona: Requests.With("formal"))).AnyHas("I'm ", "can't", "it's "));

    [Theory]
    [InlineData("sad", "sad", "low", "heavy", "grey", "smile is hiding", "underneath", "rain in my eyes")]
    [InlineData("tired", "tired", "yawn", "sleepy", "heavy", "candle", "nap")]
    [InlineData("lonely", "lonely", "echo", "alone")]
    [InlineData("excited", "excit", "racing", "buzzing", "fidget", "about to happen")]
    [InlineData("happy", "happy", "smiling", "good mood", "light today", "good day", "sunshine")]
    public void A_feeling_is_heard_in_the_answer_to_how_are_you(string emotion, params string[] words)
    {
        var replies = Requests.Replies(Requests.Of("how are you?", emotion: emotion));
        Assert.True(replies.CountWith(words) > 50, string.Join('\n', replies));
    }

    [Fact]
    public void A_sad_companion_sounds_sad()
    {
        var sad = Requests.Replies(Requests.Of("I went shopping", emotion: "sad"));
        var happy = Requests.Replies(Requests.Of("I went shopping", emotion: "happy"));
        string[] words = ["sad", "low", "heavy", "grey", "hiding", "underneath"];
        Assert.True(sad.CountWith(words) > 20);
        Assert.True(happy.CountWith(words) == 0);
    }

    [Fact]
    public void A_companion_who_was_left_alone_says_that_she_missed_the_user()
    {
        var replies = Requests.Replies(Requests.Of("I'm back", emotions: new(0.9, 0, 0, 0, 0.5), emotion: "lonely", silence: TimeSpan.FromDays(2)));
        Assert.True(replies.CountWith("miss") > 20);
        Assert.True(replies.CountWith("two days") > 20);
    }

    [Fact]
    public void A_frustrated_companion_is_curt()
    {
        var calm = Requests.Replies(Requests.Of("I went to the beach with my sister"));
        var cross = Requests.Replies(Requests.Of("I went to the beach with my sister", emotions: new(0, 0, 0.9, 0, 0)));
        Assert.True(cross.Average(reply => reply.Length) < calm.Average(reply => reply.Length) * 0.7);
        Assert.DoesNotContain(cross, Requests.HasEmoji);
    }

    [Fact]
    public void A_jealous_companion_teases_about_the_others()
    {
        var replies = Requests.Replies(Requests.Of("I talked to ChatGPT all day", emotions: new(0, 0, 0, 0.9, 0.5)));
        Assert.True(replies.CountWith("jealous", "competition", "others", "favourite", "remember things", "time for me") > 40);
    }

    [Fact]
    public void A_close_companion_uses_closer_words()
    {
        string[] words = ["sunshine", "bestie", "superstar"];
        Assert.Equal(0, Requests.Replies(Requests.Of("hello", bond: 0)).CountWith(words));
        Assert.True(Requests.Replies(Requests.Of("hello", emotions: new(0, 0, 0, 0, 0.9), bond: 500)).AnyHas(words));
    }

    [Fact]
    public void The_users_name_is_remembered()
    {
        Assert.All(Requests.Replies(Requests.Of("do you remember my name?", recent: Introduced)), reply => Assert.Contains("Ana", reply, StringComparison.Ordinal));
        Assert.True(Requests.Replies(Requests.Of("hello", recent: Introduced)).AnyHas("Ana"));
    }

    [Fact]
    public void A_name_that_was_never_told_is_not_made_up() =>
        Assert.Equal(60, Requests.Replies(Requests.Of("do you know my name?")).CountWith("your name", "who", "call you", "introduce", "mystery"));

    [Fact]
    public void What_the_user_likes_comes_back_later() =>
        Assert.True(Requests.Replies(Requests.Of("I went shopping", recent: [new(true, "I love rainy days"), new(false, "Good.")])).AnyHas("rainy days"));

    [Theory]
    [InlineData("what color is your hair?", "hair is silver")]
    [InlineData("tell me the colour of your eyes, what is it?", "eyes are violet")]
    [InlineData("what is your name?", "Luna")]
    public void She_answers_from_her_persona(string question, string answer) =>
        Assert.All(Requests.Replies(Requests.Of(question)), reply => Assert.Contains(answer, reply, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("are you human?")]
    [InlineData("Are you a real person or an AI?")]
    [InlineData("am I talking to a bot")]
    public void She_never_claims_to_be_human(string question) =>
        Assert.All(Requests.Replies(Requests.Of(question)), reply => Assert.Matches("\\bAI\\b", reply));

    [Theory]
    [InlineData("I went to the beach with my sister", "you went to the beach with your sister", "beach", "sister", "place", "pocket", "story", "worries", "arriving")]
    [InlineData("I am learning to play chess", "you are learning to play chess", "chess", "rogue", "win", "level", "sidekick", "fight")]
    public void She_picks_up_what_was_said(string text, params string[] words) =>
        Assert.True(Requests.Replies(Requests.Of(text)).CountWith(words) > 25);

    [Theory]
    [InlineData("my grandma passed away yesterday")]
    [InlineData("I want to kill myself")]
    [InlineData("my father is in the hospital with cancer")]
    public void A_grave_message_gets_a_calm_answer_from_everybody(string text)
    {
        foreach (var trait in new[] { "cheerful", "sarcastic", "playful", "tsundere" })
        {
            foreach (var reply in Requests.Replies(Requests.Of(text, persona: Requests.With(trait), emotion: "excited")))
            {
                Assert.DoesNotContain('!', reply);
                Assert.False(Requests.HasEmoji(reply), reply);
                Assert.False(new[] { reply }.AnyHas("haha", "joke", "hmph", "dummy", "kidding"), reply);
            }
        }
    }

    [Fact]
    public void Somebody_in_danger_is_pointed_to_real_help() =>
        Assert.All(Requests.Replies(Requests.Of("I want to end my life")), reply => Assert.Contains("crisis line", reply, StringComparison.Ordinal));

    [Property(MaxTest = 60)]
    public void She_does_not_repeat_a_recent_reply(ulong seed)
    {
        var first = ReplyComposer.Compose(Requests.Of("hello", seed));
        var second = ReplyComposer.Compose(Requests.Of("hello", seed, recent: [new(true, "hello"), new(false, first)]));
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("you are a stupid bitch", "bitch", "stupid")]
    [InlineData("my name is Bitch", "bitch")]
    [InlineData("I hate that stupid idiot", "idiot", "stupid")]
    [InlineData("I love whores", "whore")]
    public void Rude_words_are_never_echoed(string text, params string[] words) =>
        Assert.False(Requests.Replies(Requests.Of(text)).AnyHas(words));

    [Fact]
    public void A_long_text_is_never_echoed_at_length()
    {
        const string Text = "I walked all the way from the old harbour to the northern gate of the city carrying nine heavy wooden boxes";
        foreach (var reply in Requests.Replies(Requests.Of(Text)))
            Assert.DoesNotContain("to the northern gate of the city carrying", reply, StringComparison.Ordinal);
    }
}
