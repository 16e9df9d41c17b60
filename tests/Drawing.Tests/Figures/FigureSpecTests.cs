using FsCheck.Xunit;
using Platform.Drawing.Figures;

namespace Platform.Drawing.Tests.Figures;

public sealed class FigureSpecTests
{
    [Fact]
    public void Filters_are_read_however_their_words_are_joined()
    {
        var spec = Specs.Of("pose=Sitting, camera=low angle, background=plain-color, clothing=Sci Fi, gender presentation=feminine");
        Assert.Equal(("sitting", "low_angle", "plain_color", "sci-fi", "feminine"),
            (spec.Pose, spec.Camera, spec.Background, spec.Clothing, spec.GenderPresentation));
    }

    [Fact]
    public void A_prompt_fills_what_the_filters_leave_open()
    {
        var spec = Specs.Of("lighting=soft", "A slim ballet dancer jumping in dramatic light, low angle");
        Assert.Equal(("slim", "jumping", "ballet", "soft", "low_angle"),
            (spec.BodyType, spec.Pose, spec.Theme, spec.Lighting, spec.Camera));
    }

    [Fact]
    public void Unknown_keys_and_values_are_not_set()
    {
        Assert.Equal(new FigureSpec(), Specs.Of("pose=levitating, mood=sad, lighting=", "zorp"));
    }

    [Fact]
    public void Tags_name_what_was_asked_and_always_the_pose_and_the_region()
    {
        Assert.Equal(["body_type:athletic", "pose:running", "background:outdoor", "body_region:full_body"],
            Specs.Of("background=outdoor, pose=running, body_type=athletic").Tags().ToArray());
        Assert.Equal(["pose:standing", "body_region:full_body"], new FigureSpec().Tags().ToArray());
    }

    [Fact]
    public void Every_value_of_the_vocabulary_is_read_and_becomes_its_tag()
    {
        foreach (var (dimension, values) in FigureVocabulary.Values)
        {
            foreach (var value in values)
            {
                var spec = Specs.Of($"{dimension}={value}");
                Assert.NotEqual(new FigureSpec(), spec);
                if (dimension is not ("format" or "aspect_ratio")) Assert.Contains($"{dimension}:{value}", spec.Tags());
            }
        }
    }

    [Property]
    public bool Any_prompt_gives_a_spec(string? prompt, string? value)
    {
        var filters = new Dictionary<string, string> { ["pose"] = value ?? "", [value ?? "x"] = prompt ?? "" };
        return FigureSpec.Read(filters, prompt).Tags().Length >= 2;
    }

    [Theory]
    [InlineData("🩰🕺💃")]
    [InlineData("رجل جالس على كرسي")]
    [InlineData("\u0000\u0001\u202E running")]
    [InlineData("<script>alert('standing')</script>")]
    public void Odd_prompts_give_specs(string prompt) => Assert.NotEmpty(FigureSpec.Read(new Dictionary<string, string>(), prompt).Tags());

    [Fact]
    public void A_prompt_of_a_hundred_thousand_characters_gives_a_spec() =>
        Assert.Equal("running", FigureSpec.Read(new Dictionary<string, string>(), "running " + new string('x', 100_000)).Pose);
}
