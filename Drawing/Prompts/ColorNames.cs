using Platform.Drawing.Scenes;

namespace Platform.Drawing.Prompts;

/// <summary>Colours by their names in English, Spanish, German and French, as a drawing uses them: a clear tone of each, not the screen's
/// purest.</summary>
internal static class ColorNames
{
    private static readonly WordTable<Rgba> Table = new(
        """
        E5484D: red rojo roja rot rote roter rotes roten rouge
        C2253C: crimson scarlet ruby karmesin
        8E2A3A: maroon burgundy wine bordeaux granate
        F5833B: orange naranja naranjo orangene
        FF7F66: coral salmon
        FFB38A: peach apricot melocoton
        F7CE3E: yellow amarillo amarilla gelb gelbe gelber gelbes gelben jaune
        EFBF3A: gold golden dorado dorada golden goldene goldener dore or_fin amber mustard
        55B45C: green verde gruen gruene gruener gruenes gruenen vert verte
        2F8F5B: emerald forest_green
        A6DB4E: lime lime_green chartreuse
        9EDFC0: mint mint_green minty menta
        8A9A4B: olive khaki
        2FA8A0: teal petrol
        3FC1C9: turquoise turquesa tuerkis aqua cyan
        4A8FE7: blue azul blau blaue blauer blaues blauen bleu bleue
        7EC3F5: sky_blue baby_blue light_blue celeste hellblau azure
        2F4A8A: navy navy_blue dark_blue indigo dunkelblau
        8B63D9: purple morado morada lila_dunkel violet violeta violett violette pourpre
        B79CED: lavender lilac lila mauve periwinkle
        E0529C: magenta fuchsia
        F58FB5: pink rosa rosado rosada rose
        FF4F9A: hot_pink neon_pink
        A0683F: brown marron braun braune brauner braunes brun brune cafe
        7A4A2E: chocolate mahogany
        D9A066: tan caramel bronze copper ginger
        E8D5B5: beige sand cream_colored ivory vanilla
        FFF4E0: cream creme crema
        2E2E38: black negro negra schwarz schwarze schwarzer schwarzes schwarzen noir noire ebony
        FBFBFB: white blanco blanca weiss weisse weisser weisses weissen blanc blanche snow_white
        9AA0AC: grey gray gris grau graue grauer graues ash slate
        C6CEDA: silver plateado silbern argente metallic chrome
        5A606E: charcoal graphite dark_grey dark_gray
        """, hex => Rgba.FromHex(hex)!.Value);

    /// <summary>The colour that a name or <c>#RRGGBB</c> at a word is, and how many words it has; 0: none.</summary>
    public static int Read(IReadOnlyList<string> words, int at, out Rgba color)
    {
        if (words[at][0] == '#' && Rgba.FromHex(words[at][1..]) is { } exact)
        {
            color = exact;
            return 1;
        }

        return Table.Read(words, at, out color);
    }
}
