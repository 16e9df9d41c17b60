using Platform.Drawing.Prompts;

namespace Platform.Drawing.Mascots;

/// <summary>What of a mascot the words of a prompt name.</summary>
internal static class MascotWords
{
    public static readonly WordTable<Species> Species = new(
        """
        Cat: cat kitty kitten kittie feline meow gato gata gatito katze kater kaetzchen un_chat le_chat petit_chat mon_chat chaton 🐱 🐈 😺 😸 😹
        Cat: 😻 😼 😽 🙀 😿 😾
        Dog: dog doggy doggo puppy pup hound corgi shiba husky labrador poodle beagle bulldog pug retriever dalmatian perro perra perrito
        Dog: hund huendchen chien chiot 🐶 🐕 🐩 🦮
        Fox: fox foxy vixen zorro zorra fuchs renard 🦊
        Wolf: wolf werewolf lobo loup coyote 🐺
        Bear: bear teddy teddy_bear grizzly oso osito baer baerchen un_ours petit_ours lours ourson 🐻 🧸
        PolarBear: polar_bear oso_polar eisbaer ours_polaire
        Panda: panda panda_bear 🐼
        RedPanda: red_panda panda_rojo firefox
        Raccoon: raccoon racoon trash_panda mapache waschbaer raton_laveur 🦝
        Rabbit: rabbit bunny hare conejo conejito coneja hase kaninchen lapin lievre 🐰 🐇
        Hamster: hamster guinea_pig gerbil chinchilla capybara 🐹
        Mouse: mouse mice rat raton maus ratte souris 🐭 🐁 🐀
        Squirrel: squirrel chipmunk ardilla eichhoernchen ecureuil 🐿
        Koala: koala 🐨
        Lion: lion lioness leon loewe 🦁
        Tiger: tiger tigre tigress 🐯 🐅
        Leopard: leopard cheetah jaguar lynx panther 🐆
        Monkey: monkey ape gorilla chimp chimpanzee orangutan mono simio affe singe 🐵 🐒 🦍 🙈 🙉 🙊
        Pig: pig piggy piglet hog boar cerdo cerdito schwein cochon 🐷 🐖 🐗 🐽
        Cow: cow bull ox calf bison buffalo vaca toro kuh vache taureau 🐮 🐄 🐂 🐃
        Sheep: sheep lamb ram oveja cordero schaf mouton agneau 🐑 🐏
        Goat: goat cabra ziege chevre 🐐
        Horse: horse pony stallion mare donkey caballo pferd cheval poney 🐴 🐎
        Zebra: zebra cebra zebre 🦓
        Unicorn: unicorn unicornio einhorn licorne pegasus 🦄
        Deer: deer reindeer stag fawn moose elk ciervo reno hirsch reh cerf 🦌
        Elephant: elephant mammoth elefante elefant 🐘 🦣
        Rhino: rhino rhinoceros rinoceronte nashorn triceratops 🦏
        Hippo: hippo hippopotamus hipopotamo nilpferd hippopotame 🦛
        Giraffe: giraffe jirafa girafe 🦒
        Hedgehog: hedgehog porcupine erizo igel herisson 🦔
        Sloth: sloth perezoso faultier paresseux 🦥
        Otter: otter seal walrus nutria loutre weasel ferret 🦦 🦭
        Beaver: beaver platypus castor biber 🦫
        Skunk: skunk badger mofeta stinktier 🦨 🦡
        Bat: bat murcielago fledermaus chauve_souris 🦇
        Kangaroo: kangaroo wallaby canguro kaenguru kangourou 🦘
        Llama: llama alpaca camel lama 🦙 🐫 🐪
        Dragon: dragon wyvern drake drache drachen dragoncito 🐉 🐲
        Dinosaur: dinosaur dino trex t_rex raptor godzilla dinosaurio dinosaurier dinosaure brontosaurus stegosaurus 🦖 🦕
        Crocodile: crocodile alligator croc gator cocodrilo krokodil 🐊
        Frog: frog toad rana sapo frosch kroete grenouille crapaud 🐸
        Turtle: turtle tortoise tortuga schildkroete tortue 🐢
        Lizard: lizard gecko chameleon iguana salamander lagarto eidechse lezard 🦎
        Snake: snake serpent cobra python viper serpiente schlange 🐍
        Penguin: penguin pinguino pingueino pinguin pingouin 🐧
        Owl: owl owlet buho lechuza eule hibou chouette 🦉
        Duck: duck duckling goose swan pato ente canard 🦆 🦢
        Chick: chick chickie pollito kueken poussin 🐤 🐥 🐣
        Chicken: chicken hen rooster turkey gallina gallo huhn hahn poule coq 🐔 🐓 🦃
        Parrot: parrot macaw toucan loro papagei perroquet 🦜
        Eagle: eagle hawk falcon vulture phoenix aguila adler aigle 🦅
        Bird: bird birdie sparrow robin bluebird hummingbird pigeon dove crow raven pajaro vogel oiseau 🐦 🕊
        Flamingo: flamingo flamenco 🦩
        Shark: shark tiburon hai haifisch requin 🦈
        Whale: whale orca dolphin narwhal ballena delfin wal baleine dauphin 🐳 🐋 🐬
        Fish: fish goldfish clownfish pufferfish pez pescado fisch poisson 🐟 🐠 🐡
        Octopus: octopus squid kraken jellyfish pulpo krake oktopus poulpe pieuvre 🐙 🦑
        Crab: crab lobster cangrejo krabbe crabe 🦀 🦞
        Axolotl: axolotl ajolote
        Snail: snail slug caracol schnecke escargot 🐌
        Bee: bee bumblebee honeybee wasp hornet abeja biene abeille 🐝
        Ladybug: ladybug ladybird beetle bug mariquita marienkaefer coccinelle 🐞 🪲
        Butterfly: butterfly moth mariposa schmetterling papillon 🦋
        Ghost: ghost ghostie spirit phantom spook boo fantasma geist gespenst fantome 👻
        Alien: alien martian extraterrestrial ufo extraterrestre ausserirdischer 👽 👾
        Monster: monster yeti bigfoot cyclops gremlin troll ogre beast demon monstruo monstre 👹 👺
        Robot: robot bot android droid cyborg mech chatbot roboter automaton 🤖
        Slime: slime blob goo jelly gelatin limo schleim
        Person: person human man woman boy girl kid child guy lady gentleman persona hombre mujer nino nina mensch mann frau junge maedchen
        Person: homme femme garcon fille dude hero heroine elf dwarf gnome 🧑 👨 👩 👦 👧 🧒 👤 🙂
        Star: star starfish estrella stern etoile ⭐ 🌟
        Cloud: cloud nube wolke nuage ☁ 🌥
        Sun: sun sunshine sol sonne soleil ☀ 🌞
        Moon: moon crescent luna mond lune 🌙 🌛 🌝
        Cup: cup mug coffee_cup coffee_mug teacup tea_cup taza tasse becher ☕ 🍵
        Cactus: cactus cacti succulent kaktus 🌵
        Plant: plant potted_plant flowerpot seedling sprout tree planta pflanze plante 🪴 🌱 🌿 🌳
        Rocket: rocket rocketship rocket_ship spaceship spacecraft cohete rakete fusee 🚀
        Mushroom: mushroom toadstool fungus seta hongo pilz champignon 🍄
        Heart: heart corazon herz coeur ❤ 💖 💗 💜 💙 💚 💛 🧡
        Pumpkin: pumpkin jack_o_lantern calabaza kuerbis citrouille 🎃
        Donut: donut doughnut rosquilla beignet cookie 🍩 🍪
        LightBulb: lightbulb light_bulb bulb bombilla gluehbirne ampoule 💡
        Flame: flame fire fireball llama_de_fuego fuego feuer flamme feu 🔥
        Drop: drop droplet raindrop waterdrop water_drop gota tropfen goutte 💧
        Egg: egg huevo ei_figur oeuf 🥚
        Apple: apple tomato manzana apfel pomme 🍎 🍏 🍅
        Snowman: snowman muneco_de_nieve schneemann bonhomme_de_neige ⛄ ☃
        Box: box package parcel crate caja kiste boite 📦
        Planet: planet saturn earth globe world planeta planete 🪐 🌍 🌎 🌏
        """, Enum.Parse<Species>);

    public static readonly WordTable<Mood> Moods = new(
        """
        Happy: happy smiling smiley cheerful joyful glad friendly merry jolly smile feliz alegre contento gluecklich froehlich heureux
        Happy: joyeux content 😊 😀 😃 🙂 😄
        Neutral: neutral calm serious relaxed zen chill tranquilo ruhig calme 😐
        Sad: sad crying unhappy depressed gloomy melancholy tearful lonely triste traurig 😢 😭 ☹ 🙁
        Angry: angry mad furious grumpy grouchy fierce evil mean rage enojado furioso wuetend boese fache en_colere 😠 😡 🤬
        Sleepy: sleepy sleeping tired drowsy asleep snoozing dormido dormilon muede schlaefrig endormi fatigue 😴 😪 💤
        Surprised: surprised shocked amazed astonished scared startled wow sorprendido ueberrascht surpris 😮 😲 😱
        Cool: cool confident smug sassy badass swag stylish genial laessig 😎 😏
        Shy: shy timid bashful blushing embarrassed timido schuechtern timide ☺ 😳
        Excited: excited energetic enthusiastic thrilled hyper ecstatic laughing emocionado aufgeregt excite 😆 🤩 🥳
        InLove: in_love loving lovestruck romantic enamorado verliebt amoureux 😍 🥰 😘
        Silly: silly goofy funny crazy wacky playful derpy tongue_out loco lustig verrueckt drole 😜 🤪 😝 😛
        """, Enum.Parse<Mood>);

    public static readonly WordTable<Outfit> Outfits = new(
        """
        Wizard: wizard mage magician sorcerer warlock mago zauberer magicien sorcier 🧙
        Witch: witch sorceress bruja hexe sorciere
        Ninja: ninja shinobi 🥷
        Astronaut: astronaut cosmonaut spaceman astronauta raumfahrer spationaute space_suit spacesuit
        Chef: chef cook baker cocinero koch cuisinier
        Pirate: pirate pirata pirat corsair ☠
        Knight: knight paladin warrior caballero ritter chevalier
        Superhero: superhero super_hero superheroe superheld 🦸
        Doctor: doctor nurse physician vet medic arzt medecin
        King: king rey koenig roi emperor 🤴
        Queen: queen princess reina princesa koenigin prinzessin reine princesse 👸
        Detective: detective sherlock spy detektiv 🕵
        Santa: santa santa_claus christmas xmas navidad weihnachten noel 🎅
        Cowboy: cowboy cowgirl sheriff vaquero 🤠
        Builder: builder construction_worker engineer construction constructor bauarbeiter 👷
        Police: police policeman police_officer cop policia polizist 👮
        Firefighter: firefighter fireman bombero feuerwehrmann pompier
        Business: businessman businesswoman business manager ceo office_worker lawyer salesman geschaeftsmann
        Gamer: gamer streamer videogamer
        Musician: musician rockstar rock_star guitarist musico musiker musicien
        Artist: artist painter pintor maler peintre
        Student: student graduate scholar estudiante schueler etudiant 🎓
        Athlete: athlete runner basketball_player football_player soccer_player footballer sporty atleta sportler
        Farmer: farmer gardener granjero bauer fermier
        Vampire: vampire dracula vampiro vampir 🧛
        Fairy: fairy pixie hada 🧚
        Angel: angel engel ange 👼
        Devil: devil diablo teufel diable imp 😈 👿
        Viking: viking vikingo wikinger
        Scientist: scientist chemist professor cientifico wissenschaftler scientifique
        Barista: barista
        """, Enum.Parse<Outfit>);

    public static readonly WordTable<AccessoryKind> Accessories = new(
        """
        TopHat: hat top_hat tophat sombrero hut chapeau bowler fedora 🎩
        WizardHat: wizard_hat witch_hat magic_hat pointy_hat
        Crown: crown tiara corona krone couronne 👑
        Cap: cap baseball_cap gorra muetze casquette snapback visor 🧢
        Beanie: beanie knit_hat woolly_hat winter_hat bobble_hat
        PartyHat: party_hat birthday_hat
        ChefHat: chef_hat chefs_hat cooking_hat toque
        Halo: halo heiligenschein
        Helmet: helmet casco helm casque ⛑
        SpaceHelmet: space_helmet astronaut_helmet
        CowboyHat: cowboy_hat
        SantaHat: santa_hat christmas_hat
        PirateHat: pirate_hat
        HardHat: hard_hat hardhat construction_helmet
        GraduationCap: graduation_cap graduation_hat mortarboard
        Headband: headband sweatband
        NinjaMask: ninja_mask balaclava
        Bow: bow hair_bow ribbon lazo schleife noeud 🎀
        FlowerCrown: flower_crown
        Horns: devil_horns
        Headphones: headphone headset earphone auriculares kopfhoerer casque_audio 🎧
        Glasses: glasses eyeglasses spectacles gafas lentes anteojos brille lunettes nerdy nerd 👓 🤓
        Sunglasses: sunglasses shades gafas_de_sol sonnenbrille lunettes_de_soleil 🕶
        Monocle: monocle monokel 🧐
        EyePatch: eyepatch eye_patch augenklappe
        HeroMask: mask masque mascara maske
        Mustache: mustache moustache bigote schnurrbart
        BowTie: bow_tie bowtie pajarita fliege noeud_papillon
        Tie: tie necktie corbata krawatte cravate 👔
        Scarf: scarf bufanda schal echarpe 🧣
        Bandana: bandana neckerchief kerchief
        Cape: cape cloak capa umhang
        Backpack: backpack rucksack mochila sac_a_dos 🎒 bag
        Wings: angel_wings
        Medal: medal medalla medaille 🏅 🥇
        Stethoscope: stethoscope 🩺
        Necklace: necklace collar pendant halskette collier
        Shirt: shirt t_shirt tshirt tee jersey sweater pullover jumper camiseta camisa hemd chemise dress 👕
        Hoodie: hoodie sweatshirt sudadera
        Apron: apron delantal schuerze tablier
        Robe: robe kimono gown
        Coat: coat lab_coat jacket suit abrigo chaqueta mantel jacke manteau veste blazer 🥼 🧥
        Armor: armor armour armadura ruestung armure
        Belt: belt
        Flower: flower rose_flower tulip daisy sunflower bouquet flor blume fleur 🌸 🌹 🌷 🌻 🌼 💐 🌺
        Book: book libro buch livre 📖 📚 📕
        Sword: sword katana blade dagger espada schwert epee ⚔ 🗡
        Wand: wand magic_wand star_wand varita zauberstab baguette 🪄
        Guitar: guitar ukulele guitarra gitarre guitare 🎸
        Laptop: laptop computer notebook portatil ordenador 💻
        Coffee: coffee latte espresso kaffee tea boba
        Balloon: balloon globo luftballon ballon_rouge 🎈
        Umbrella: umbrella parasol paraguas regenschirm parapluie ☂ ☔
        Phone: phone smartphone cellphone mobile_phone telefono handy telephone 📱
        Camera: camera camara kamera 📷 📸
        Magnifier: magnifier magnifying_glass lupa lupe loupe 🔍 🔎
        Brush: paintbrush paint_brush pincel pinsel pinceau 🖌
        Pencil: pencil pen lapiz bleistift crayon ✏
        Spoon: spoon ladle wooden_spoon cuchara loeffel cuillere 🥄
        Ball: ball football basketball soccer_ball pelota ⚽ 🏀 🏈 🎾
        Flag: flag bandera fahne drapeau 🚩 🏁
        Gift: gift present regalo geschenk cadeau 🎁
        Shield: shield escudo schild bouclier 🛡
        Carrot: carrot zanahoria karotte carotte 🥕
        Fish: 🎣
        Pizza: pizza pizza_slice 🍕
        IceCream: ice_cream icecream helado eiscreme glace_italienne 🍦 🍨
        Heart: ❣
        Star: ✨
        Microphone: microphone mic microfono mikrofon micro 🎤
        Gamepad: gamepad controller game_controller joystick 🎮
        Wrench: wrench spanner tool llave_inglesa 🔧
        Flask: flask beaker test_tube potion pocion 🧪 ⚗
        Broom: broom broomstick escoba besen balai 🧹
        Trident: trident pitchfork tridente 🔱
        Briefcase: briefcase maletin aktentasche 💼
        Lollipop: lollipop candy piruleta lutscher sucette 🍭
        Envelope: envelope letter mail email carta lettre ✉ 📧
        """, Enum.Parse<AccessoryKind>);

    public static readonly WordTable<Pattern> Patterns = new(
        """
        Striped: striped stripes stripe stripy rayado gestreift raye tabby
        Spotted: spotted spots spotty dotted polka_dot dots freckled manchado gepunktet
        Patched: patched patches patchy calico piebald
        """, Enum.Parse<Pattern>);
}
