using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Tests.Mascots;

public class MascotArtistTests
{
    private static readonly string[] Needed =
    [
        "shadow", "mascot", "body", "torso", "head", "arm-left", "arm-right", "leg-left", "leg-right", "ear-left", "ear-right", "eyes",
            "eye-left", "eye-right", "pupils", "eyes-closed", "eyes-happy",
        "mouth", "mouth-open", "mouth-smile", "mouth-sad", "brows", "blush",
    ];

    public static TheoryData<MascotStyle> Styles => [.. Enum.GetValues<MascotStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_species_has_the_parts_that_actions_move_each_once_and_where_they_belong(MascotStyle style)
    {
        foreach (var species in Enum.GetValues<Species>())
        {
            var scene = MascotArtist.Draw(Natural(species, style));
            var names = scene.AllParts().Select(part => part.Name).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
            Assert.Empty(Needed.Except(names));
            var head = Part(scene, "head");
            Assert.Empty(new[] { "eyes", "eyes-closed", "eyes-happy", "mouth", "mouth-open", "ear-left", "ear-right", "brows",
                "blush" }.Except(Within(head)));
            Assert.Empty(new[] { "torso", "head", "arm-left", "arm-right" }.Except(Within(Part(scene, "body"))));
            Assert.True(Part(scene, "arm-left").Pivot.X < Part(scene, "arm-right").Pivot.X, $"{species}: left is the viewer's left");
            Assert.True(Part(scene, "leg-left").Pivot.X < Part(scene, "leg-right").Pivot.X);
            Assert.All(["eyes-closed", "eyes-happy", "mouth-open", "mouth-smile", "mouth-sad"], name =>
                Assert.Equal(0, Part(scene, name).Opacity));
            Assert.All(["torso", "arm-left", "arm-right", "leg-left", "leg-right", "mouth", "eyes-closed", "eyes-happy", "mouth-open"],
                name => Assert.True(Part(scene, name) with { Opacity = 1 } is var part && part.VisibleBounds() is not null,
                $"{species} has nothing in {name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_species_stands_on_the_ground_with_room_about_it(MascotStyle style)
    {
        foreach (var species in Enum.GetValues<Species>())
        {
            var bounds = Part(MascotArtist.Draw(Natural(species, style)), "mascot").VisibleBounds()!.Value;
            Assert.True(bounds is { Left: > 24, Right: < 488, Top: > 16 }, $"{species} in {style}: {bounds}");
            Assert.InRange(bounds.Bottom, 430, 480);
            Assert.InRange(bounds.Height, 210, 430);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void No_two_species_look_the_same(MascotStyle style)
    {
        var shots = Enum.GetValues<Species>().Select(species => (species, Shot: Shot.Of(Natural(species, style)))).ToList();
        for (var i = 0; i < shots.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Assert.True(shots[i].Shot.Difference(shots[j].Shot) > 0.015f,
                    $"{shots[i].species} and {shots[j].species} in {style}");
            }
        }
    }

    [Fact]
    public void Kinds_that_differ_in_shape_differ_in_silhouette()
    {
        Species[] kinds = [Species.Cat, Species.Dog, Species.Rabbit, Species.Elephant, Species.Dragon, Species.Penguin, Species.Octopus,
            Species.Ghost, Species.Robot, Species.Star, Species.Alien, Species.Unicorn];
        var shots = kinds.Select(species => Shot.Of(Natural(species, MascotStyle.Toy))).ToList();
        for (var i = 0; i < shots.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.True(shots[i].SilhouetteDifference(shots[j]) > 0.05f, $"{kinds[i]} and {kinds[j]}");
        }
    }

    [Fact]
    public void Moods_show_in_the_face_and_only_there()
    {
        var design = MascotDesigner.Design("a fox", MascotStyle.Cartoon, 1);
        var moods = Enum.GetValues<Mood>().Select(mood => (mood, Scene: MascotArtist.Draw(design with { Mood = mood }))).ToList();
        for (var i = 0; i < moods.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (y, count) = Shot.Of(moods[i].Scene).WhereDifferent(Shot.Of(moods[j].Scene));
                Assert.True(count > 15, $"{moods[i].mood} and {moods[j].mood} differ in {count} pixels");
                Assert.InRange(y, 0.2f, 0.55f);
            }
        }

        Assert.Equal(1, Part(MascotArtist.Draw(design with { Mood = Mood.Sleepy }), "eyes-closed").Opacity);
        Assert.Equal(0, Part(MascotArtist.Draw(design with { Mood = Mood.Sleepy }), "eyes").Opacity);
    }

    [Fact]
    public void Everything_worn_or_held_shows_in_every_style()
    {
        foreach (var style in Enum.GetValues<MascotStyle>())
        {
            var bare = MascotDesigner.Design("a bear", style, 1) with { Accessories = [] };
            var before = Shot.Of(bare);
            foreach (var kind in Enum.GetValues<AccessoryKind>())
            {
                var after = Shot.Of(bare with { Accessories = [new(kind, new(0xE5, 0x48, 0x4D))] });
                Assert.True(before.Difference(after) > 0.0008f, $"{kind} in {style}: {before.Difference(after)}");
            }
        }
    }

    private static MascotDesign Natural(Species species, MascotStyle style) => NaturalDesign.Of(species, style, new Chance(7));

    private static Part Part(Scene scene, string name) => scene.AllParts().Single(part => part.Name == name);

    private static HashSet<string> Within(Part part) => [.. new Scene(1, 1, [part]).AllParts().Select(inner => inner.Name)];
}
