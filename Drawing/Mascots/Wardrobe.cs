using System.Collections.Frozen;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots;

/// <summary>Where on a mascot something is worn; of each place but the hands there is one.</summary>
internal enum Place { Hat, Ears, Eyes, Lip, Neck, Back, Clothes, Waist, Hand }

/// <summary>What belongs to outfits, and the colours that things have when none is asked for.</summary>
internal static class Wardrobe
{
    private static readonly FrozenDictionary<Outfit, (AccessoryKind Kind, string? Color)[]> Outfits = new Dictionary<Outfit,
        (AccessoryKind, string?)[]>
    {
        [Outfit.Wizard] = [(AccessoryKind.WizardHat, "5A4FC0"), (AccessoryKind.Robe, "5A4FC0"), (AccessoryKind.Wand, "FFD04A")],
        [Outfit.Witch] = [(AccessoryKind.WizardHat, "4A3A66"), (AccessoryKind.Robe, "4A3A66"), (AccessoryKind.Broom, "E8C06A")],
        [Outfit.Ninja] = [(AccessoryKind.NinjaMask, "353648"), (AccessoryKind.Sword, "E8504A")],
        [Outfit.Astronaut] = [(AccessoryKind.SpaceHelmet, "F5833B")],
        [Outfit.Chef] = [(AccessoryKind.ChefHat, "FFFFFF"), (AccessoryKind.Apron, "FDFDFD"), (AccessoryKind.Spoon, "9A6840")],
        [Outfit.Pirate] = [(AccessoryKind.PirateHat, "34303A"), (AccessoryKind.EyePatch, "34303A"), (AccessoryKind.Shirt, "FBF6EC"),
            (AccessoryKind.Sword, "FFD04A")],
        [Outfit.Knight] = [(AccessoryKind.Helmet, "B4C0CF"), (AccessoryKind.Armor, "B4C0CF"), (AccessoryKind.Sword, "E8504A"),
            (AccessoryKind.Shield, "3E74C9")],
        [Outfit.Superhero] = [(AccessoryKind.HeroMask, "E0403F"), (AccessoryKind.Cape, "E0403F")],
        [Outfit.Doctor] = [(AccessoryKind.Coat, "FBFCFE"), (AccessoryKind.Stethoscope, "4A5A70")],
        [Outfit.King] = [(AccessoryKind.Crown, "FFD04A"), (AccessoryKind.Cape, "C8384A")],
        [Outfit.Queen] = [(AccessoryKind.Crown, "FFD04A"), (AccessoryKind.Necklace, "F0568A"), (AccessoryKind.Robe, "F08AB8")],
        [Outfit.Detective] = [(AccessoryKind.TopHat, "8A6A4A"), (AccessoryKind.Coat, "C8A070"), (AccessoryKind.Magnifier, "5A4030")],
        [Outfit.Santa] = [(AccessoryKind.SantaHat, "E0403F"), (AccessoryKind.Shirt, "E0403F"), (AccessoryKind.Gift, "4FA85A")],
        [Outfit.Cowboy] = [(AccessoryKind.CowboyHat, "8A5A3C"), (AccessoryKind.Bandana, "E0483F")],
        [Outfit.Builder] = [(AccessoryKind.HardHat, "FFC42E"), (AccessoryKind.Wrench, "CFD8E3")],
        [Outfit.Police] = [(AccessoryKind.Cap, "2F4A8A"), (AccessoryKind.Shirt, "3E5FA8")],
        [Outfit.Firefighter] = [(AccessoryKind.HardHat, "E0403F"), (AccessoryKind.Coat, "E8A83A")],
        [Outfit.Business] = [(AccessoryKind.Coat, "3A4258"), (AccessoryKind.Tie, "E0483F"), (AccessoryKind.Briefcase, "8A5A3C")],
        [Outfit.Gamer] = [(AccessoryKind.Headphones, "3A3F52"), (AccessoryKind.Gamepad, "4A4F66")],
        [Outfit.Musician] = [(AccessoryKind.Guitar, "D9662F")],
        [Outfit.Artist] = [(AccessoryKind.Beanie, "C23A4A"), (AccessoryKind.Apron, "F2E6D0"), (AccessoryKind.Brush, "3E8EDB")],
        [Outfit.Student] = [(AccessoryKind.GraduationCap, "343A4E"), (AccessoryKind.Book, "3E8EDB")],
        [Outfit.Athlete] = [(AccessoryKind.Headband, "E8504A"), (AccessoryKind.Shirt, "3E8EDB"), (AccessoryKind.Ball, "F5833B")],
        [Outfit.Farmer] = [(AccessoryKind.CowboyHat, "E8C878"), (AccessoryKind.Carrot, "F58B2E")],
        [Outfit.Vampire] = [(AccessoryKind.Cape, "4A2030"), (AccessoryKind.BowTie, "C8384A")],
        [Outfit.Fairy] = [(AccessoryKind.FlowerCrown, "F58FB5"), (AccessoryKind.Wings, "E3F0FF"), (AccessoryKind.Wand, "FFD04A")],
        [Outfit.Angel] = [(AccessoryKind.Halo, "FFD95C"), (AccessoryKind.Wings, "FFFFFF")],
        [Outfit.Devil] = [(AccessoryKind.Horns, "D83A3F"), (AccessoryKind.Trident, "D83A3F")],
        [Outfit.Viking] = [(AccessoryKind.Horns, "F3E3C3"), (AccessoryKind.Helmet, "B9A27A"), (AccessoryKind.Shield, "C8504A"),
            (AccessoryKind.Belt, "7A5238")],
        [Outfit.Scientist] = [(AccessoryKind.Coat, "FBFCFE"), (AccessoryKind.Glasses, "3A4258"), (AccessoryKind.Flask, "58C27A")],
        [Outfit.Barista] = [(AccessoryKind.Apron, "4A7A5A"), (AccessoryKind.Coffee, "4A7A5A")],
    }.ToFrozenDictionary();

    public static IEnumerable<(AccessoryKind Kind, Rgba? Color)> Of(Outfit outfit) =>
        outfit == Outfit.None ? [] : Outfits[outfit].Select(item =>
            (item.Kind, item.Color is null ? null : Rgba.FromHex(item.Color)));

    public static Place PlaceOf(AccessoryKind kind) => kind switch
    {
        AccessoryKind.Headphones or AccessoryKind.Halo or AccessoryKind.Bow or AccessoryKind.FlowerCrown
            or AccessoryKind.Horns or AccessoryKind.Headband => Place.Ears,
        <= AccessoryKind.NinjaMask => Place.Hat,
        <= AccessoryKind.HeroMask => Place.Eyes,
        AccessoryKind.Mustache => Place.Lip,
        AccessoryKind.Cape or AccessoryKind.Backpack or AccessoryKind.Wings => Place.Back,
        <= AccessoryKind.Necklace => Place.Neck,
        <= AccessoryKind.Armor => Place.Clothes,
        AccessoryKind.Belt => Place.Waist,
        _ => Place.Hand,
    };

    /// <summary>The colour that a thing has by nature; null: the mascot's accent.</summary>
    public static Rgba? ColorOf(AccessoryKind kind) => Rgba.FromHex(kind switch
    {
        AccessoryKind.TopHat or AccessoryKind.PirateHat or AccessoryKind.EyePatch
            or AccessoryKind.GraduationCap or AccessoryKind.NinjaMask => "34303A",
        AccessoryKind.Sunglasses or AccessoryKind.Glasses => "2E2C3C",
        AccessoryKind.Crown or AccessoryKind.Halo or AccessoryKind.Medal
            or AccessoryKind.Wand or AccessoryKind.Star or AccessoryKind.Monocle => "FFD04A",
        AccessoryKind.WizardHat => "5A4FC0",
        AccessoryKind.Helmet or AccessoryKind.Armor or AccessoryKind.Shield => "B4C0CF",
        AccessoryKind.ChefHat or AccessoryKind.Wings or AccessoryKind.Coat or AccessoryKind.Apron or AccessoryKind.Envelope => "FBFCFE",
        AccessoryKind.CowboyHat or AccessoryKind.Coffee or AccessoryKind.Briefcase or AccessoryKind.Belt => "8A5A3C",
        AccessoryKind.SantaHat or AccessoryKind.Heart => "E0403F",
        AccessoryKind.HardHat or AccessoryKind.Pencil => "FFC42E",
        AccessoryKind.Mustache => "4A3026",
        AccessoryKind.Laptop => "C4CCD8",
        AccessoryKind.Phone or AccessoryKind.Camera or AccessoryKind.Gamepad or AccessoryKind.Microphone => "3A3F52",
        AccessoryKind.Guitar => "D9662F",
        AccessoryKind.Carrot => "F58B2E",
        AccessoryKind.Fish => "5AA9E6",
        AccessoryKind.IceCream or AccessoryKind.Flower or AccessoryKind.Lollipop => "F58FB5",
        AccessoryKind.Flask => "58C27A",
        _ => "",
    });
}
