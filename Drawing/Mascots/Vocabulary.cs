namespace Platform.Drawing.Mascots;

/// <summary>How a mascot is drawn: the style words of the contract.</summary>
public enum MascotStyle
{
    Kawaii,
    Cartoon,
    Flat,
    Pixel,
    Toy,
    Brand,
}

/// <summary>What a mascot is. The names are stored: one may be added, none renamed.</summary>
public enum Species
{
    Cat, Dog, Fox, Wolf, Bear, PolarBear, Panda, RedPanda, Raccoon, Rabbit, Hamster, Mouse, Squirrel, Koala, Lion, Tiger, Leopard, Monkey,
    Pig, Cow, Sheep, Goat,
    Horse, Zebra, Unicorn, Deer, Elephant, Rhino, Hippo, Giraffe, Hedgehog, Sloth, Otter, Beaver, Skunk, Bat, Kangaroo, Llama,
    Dragon, Dinosaur, Crocodile, Frog, Turtle, Lizard, Snake,
    Penguin, Owl, Duck, Chick, Chicken, Parrot, Eagle, Bird, Flamingo,
    Shark, Whale, Fish, Octopus, Crab, Axolotl, Snail,
    Bee, Ladybug, Butterfly, Ghost, Alien, Monster, Robot, Slime, Person,
    Star, Cloud, Sun, Moon, Cup, Cactus, Plant, Rocket, Mushroom, Heart, Pumpkin, Donut, LightBulb, Flame, Drop, Egg, Apple, Snowman, Box,
    Planet,
}

/// <summary>How a mascot feels.</summary>
public enum Mood
{
    Happy, Neutral, Sad, Angry, Sleepy, Surprised, Cool, Shy, Excited, InLove, Silly,
}

/// <summary>What it is dressed as.</summary>
public enum Outfit
{
    None, Wizard, Witch, Ninja, Astronaut, Chef, Pirate, Knight, Superhero, Doctor, King, Queen, Detective, Santa, Cowboy, Builder, Police,
    Firefighter, Business,
    Gamer, Musician, Artist, Student, Athlete, Farmer, Vampire, Fairy, Angel, Devil, Viking, Scientist, Barista,
}

/// <summary>What it wears or holds.</summary>
public enum AccessoryKind
{
    TopHat, WizardHat, Crown, Cap, Beanie, PartyHat, ChefHat, Halo, Helmet, SpaceHelmet, CowboyHat, SantaHat, PirateHat, HardHat,
    GraduationCap, Headband, NinjaMask,
    Bow, FlowerCrown, Horns, Headphones, Glasses, Sunglasses, Monocle, EyePatch, HeroMask, Mustache,
    BowTie, Tie, Scarf, Bandana, Cape, Backpack, Wings, Medal, Stethoscope, Necklace, Shirt, Hoodie, Apron, Robe, Coat, Armor, Belt,
    Flower, Book, Sword, Wand, Guitar, Laptop, Coffee, Balloon, Umbrella, Phone, Camera, Magnifier, Brush, Pencil, Spoon, Ball, Flag, Gift,
    Shield, Carrot, Fish, Pizza, IceCream, Heart,
    Star, Microphone, Gamepad, Wrench, Flask, Broom, Trident, Briefcase, Lollipop, Envelope,
}

/// <summary>What its coat looks like beyond its species' own markings.</summary>
public enum Pattern
{
    Plain, Striped, Spotted, Patched,
}
