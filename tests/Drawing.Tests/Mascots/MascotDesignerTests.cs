using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Platform.Drawing.Mascots;

namespace Platform.Drawing.Tests.Mascots;

public class MascotDesignerTests
{
    [Theory]
    [InlineData("a cute cat", Species.Cat)]
    [InlineData("Three Puppies!", Species.Dog)]
    [InlineData("un gato azul", Species.Cat)]
    [InlineData("ein roter Drache", Species.Dragon)]
    [InlineData("une licorne rose", Species.Unicorn)]
    [InlineData("kleiner Löwe", Species.Lion)]
    [InlineData("pingüino feliz", Species.Penguin)]
    [InlineData("🐉", Species.Dragon)]
    [InlineData("🤖🔥", Species.Robot)]
    [InlineData("polar bear", Species.PolarBear)]
    [InlineData("red panda", Species.RedPanda)]
    [InlineData("wizard", Species.Person)]
    [InlineData("wizard frog", Species.Frog)]
    [InlineData("<b>owl</b>", Species.Owl)]
    [InlineData("a coffee cup", Species.Cup)]
    [InlineData("wolves", Species.Wolf)]
    public void A_named_kind_is_what_it_becomes(string prompt, Species species) =>
        Assert.Equal(species, MascotDesigner.Design(prompt, MascotStyle.Flat).Species);

    [Theory]
    [InlineData("blue cat with red hat", 214, 358)]
    [InlineData("gato azul con sombrero rojo", 214, 358)]
    [InlineData("red cat with blue hat", 358, 214)]
    [InlineData("a cat that is green, wearing a purple hat", 127, 260)]
    [InlineData("eine blaue Katze mit einem roten Hut", 214, 358)]
    [InlineData("un chat bleu avec un chapeau rouge", 214, 358)]
    public void A_colour_belongs_to_its_noun(string prompt, float body, float hat)
    {
        var design = MascotDesigner.Design(prompt, MascotStyle.Cartoon, 3);
        var worn = design.Worn(AccessoryKind.TopHat)!;
        Assert.Equal(body, Hue(design.Body), 12f);
        Assert.Equal(hat, Hue(worn.Color), 12f);
        // And it is seen there: in the head's fur, and in the hat.
        Assert.True(Shot.OfPart(design with { Accessories = [] }, "head").ShareOfHue(body) > 0.3f);
        Assert.True(Shot.OfPart(design, "hat").ShareOfHue(hat) > 0.3f);
    }

    [Fact]
    public void Eyes_and_bellies_have_colours_of_their_own()
    {
        var design = MascotDesigner.Design("black cat with green eyes and a white belly", MascotStyle.Kawaii);
        Assert.True(design.Body.R < 80);
        Assert.Equal(127, Hue(design.Eyes), 12f);
        Assert.True(design.Second.R > 240);
        Assert.Equal(MascotDesigner.Design("#12ab9c dog", MascotStyle.Flat).Body, new(0x12, 0xAB, 0x9C));
    }

    [Theory]
    [InlineData("cat with no hat", AccessoryKind.TopHat)]
    [InlineData("cat without glasses", AccessoryKind.Glasses)]
    [InlineData("wizard cat without a hat", AccessoryKind.WizardHat)]
    [InlineData("gato sin sombrero", AccessoryKind.TopHat)]
    [InlineData("cool cat, no sunglasses", AccessoryKind.Sunglasses)]
    [InlineData("dog without hat or scarf", AccessoryKind.Scarf)]
    public void What_is_denied_is_not_worn(string prompt, AccessoryKind kind) =>
        Assert.Null(MascotDesigner.Design(prompt, MascotStyle.Flat).Worn(kind));

    [Fact]
    public void A_denial_ends_with_its_clause()
    {
        var design = MascotDesigner.Design("a dog without hat, with glasses", MascotStyle.Flat);
        Assert.NotNull(design.Worn(AccessoryKind.Glasses));
        Assert.NotEqual(Species.Cat, MascotDesigner.Design("not a cat", MascotStyle.Flat).Species);
        Assert.Equal(Mood.Sad, MascotDesigner.Design("a dog that is not happy", MascotStyle.Flat).Mood);
    }

    [Theory]
    [InlineData("angry bear", Mood.Angry)]
    [InlineData("ein trauriger hund 😢", Mood.Sad)]
    [InlineData("sleepy", Mood.Sleepy)]
    [InlineData("a fox in love", Mood.InLove)]
    [InlineData("bear", Mood.Happy)]
    public void A_mood_is_read(string prompt, Mood mood) => Assert.Equal(mood, MascotDesigner.Design(prompt, MascotStyle.Flat).Mood);

    [Theory]
    [InlineData("astronaut fox", AccessoryKind.SpaceHelmet)]
    [InlineData("ninja", AccessoryKind.NinjaMask)]
    [InlineData("chef bear", AccessoryKind.ChefHat)]
    [InlineData("penguin with headphones", AccessoryKind.Headphones)]
    [InlineData("bear holding a coffee", AccessoryKind.Coffee)]
    [InlineData("cat with a fish", AccessoryKind.Fish)]
    [InlineData("frog playing guitar", AccessoryKind.Guitar)]
    [InlineData("owl 👓", AccessoryKind.Glasses)]
    public void What_is_named_is_worn_or_held(string prompt, AccessoryKind kind) =>
        Assert.NotNull(MascotDesigner.Design(prompt, MascotStyle.Flat).Worn(kind));

    [Fact]
    public void The_same_request_gives_the_same_design_and_others_give_others()
    {
        string Json(string prompt, int seed) => MascotDesigner.Design(prompt, MascotStyle.Kawaii, seed).ToJson();
        Assert.Equal(Json("qwerty", 1), Json("  qwerty\n", 1));
        Assert.True(Enumerable.Range(0, 40).Select(seed => Json("qwerty", seed)).Distinct().Count() > 30);
        Assert.True(Enumerable.Range(0, 60).Select(i => MascotDesigner.Design($"nonsense {i * 7919:x}", MascotStyle.Flat).Species)
            .Distinct().Count() > 10, "nonsense gets anyone");
    }

    [Fact]
    public void One_prompt_is_the_same_character_in_every_style() =>
        Assert.Single(Enum.GetValues<MascotStyle>().Select(style => MascotDesigner.Design("something friendly", style, 5))
            .Select(design => (design.Species, design.Mood, design.Eyes == default)).Distinct());

    [Fact]
    public void A_design_survives_being_stored()
    {
        var design = MascotDesigner.Design("angry pink dragon with a gold crown, a cape and a book", MascotStyle.Toy, 9);
        var again = MascotDesign.FromJson(design.ToJson());
        Assert.Equal(design.ToJson(), again.ToJson());
        Assert.Equal(MascotPictures.Draw(design).FullBody, MascotPictures.Draw(again).FullBody);
        Assert.Contains("\"species\":\"Dragon\"", design.ToJson(), StringComparison.Ordinal);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(AnyText)])]
    public bool Any_text_gives_a_design_that_can_be_drawn(WildText text)
    {
        foreach (var style in new[] { MascotStyle.Flat, MascotStyle.Brand })
        {
            var design = MascotDesigner.Design(text.Value, style, 2);
            if (MascotArtist.Draw(design).AllParts().Select(part => part.Name).GroupBy(name => name)
                .Any(group => group.Count() > 1))
            {
                return false;
            }
        }

        return true;
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n\0")]
    [InlineData("\ud83d")]
    [InlineData("\udc31 cat \ud83d")]
    [InlineData("قطة زرقاء")]
    [InlineData("猫")]
    [InlineData("<script>alert(1)</script>")]
    public void Strange_prompts_give_a_mascot(string prompt) =>
        Assert.NotEmpty(MascotPictures.Draw(MascotDesigner.Design(prompt, MascotStyle.Flat)).Icon);

    [Fact]
    public void A_very_long_prompt_is_read_like_any_other()
    {
        Assert.Equal(Species.Frog, MascotDesigner.Design("a green frog " + new string('x', 100_000), MascotStyle.Flat).Species);
        Assert.NotNull(MascotDesigner.Design(string.Concat(Enumerable.Repeat("cat with hat ", 8_000)), MascotStyle.Flat)
            .Worn(AccessoryKind.TopHat));
    }

    private static float Hue(Platform.Drawing.Scenes.Rgba color)
    {
        new SkiaSharp.SKColor(color.R, color.G, color.B).ToHsv(out var hue, out _, out _);
        return hue;
    }

    public sealed record WildText(string Value);

    /// <summary>Words that mean something among any code units, so also half surrogates and controls.</summary>
    public static class AnyText
    {
        private static readonly string[] Words = ["cat", "blue", "red", "no", "without", "hat", "with", "and", ",", "eyes", "wizard",
            "robot", "angry", "not", "wand", "sword", "👻", "star", "big", "light", "#ff0000", "#"];

        public static Arbitrary<WildText> Texts()
        {
            var noise = Gen.Choose(0, char.MaxValue).Select(code => ((char)code).ToString());
            return Gen.OneOf(Gen.Elements(Words).Select(word => word + " "), noise).ListOf()
                .Select(pieces => new WildText(string.Concat(pieces))).ToArbitrary();
        }
    }
}
