using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions.Replies;

public sealed class MirrorTests
{
    [Theory]
    [InlineData("I went home to my cat", "you went home to your cat")]
    [InlineData("I'm tired of work", "you're tired of work")]
    [InlineData("Well, I was late today", "you were late today")]
    [InlineData("I like your hair", "you like my hair")]
    [InlineData("I really missed you", "you really missed me")]
    [InlineData("my dog is funny", "your dog is funny")]
    [InlineData("I LOVED the concert", "you loved the concert")]
    [InlineData("I cooked soup because I was hungry", "you cooked soup")]
    public void Plain_clauses_are_turned_around(string text, string reflection) => Assert.Equal(reflection, Reflect(text));

    [Theory]
    [InlineData("I think you are nice")]
    [InlineData("am I late?")]
    [InlineData("my dog")]
    [InlineData("I hate that idiot")]
    [InlineData("I want to die")]
    [InlineData("I like it")]
    [InlineData("I was walking down the long and winding road to nowhere at all")]
    [InlineData("we went home")]
    public void What_cannot_be_turned_safely_is_left_alone(string text) => Assert.Null(Reflect(text));

    [Theory]
    [InlineData("I got a new job", "that new job")]
    [InlineData("my little sister visits", "your little sister")]
    [InlineData("what is the capital of France?", "the capital of France")]
    [InlineData("I moved to Berlin", "Berlin")]
    [InlineData("do you like pizza?", "pizza")]
    [InlineData("ok then", null)]
    public void The_topic_is_a_phrase_that_fits_into_a_sentence(string text, string? topic) =>
        Assert.Equal(topic, Topic.Find(Tokens.Cut(text, new Token[text.Length], new char[text.Length * 2])));

    [Theory]
    [InlineData("My name is ana", "Ana", null)]
    [InlineData("call me later", null, null)]
    [InlineData("people call me Jean-Luc!", "Jean-Luc", null)]
    [InlineData("I love rainy days and tea", null, "rainy days")]
    [InlineData("I love you", null, null)]
    public void What_the_user_tells_is_remembered(string text, string? name, string? like) => Assert.Equal(new Memory(name, like), Memory.In(text));

    private static string? Reflect(string text) => Mirror.Reflect(Tokens.Cut(text, new Token[text.Length], new char[text.Length * 2]));
}
