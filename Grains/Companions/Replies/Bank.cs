namespace Platform.Companions.Replies;

/// <summary>
/// Lines that say about the same thing: some fit everybody, others only who speaks in a certain manner. A line may have slots in braces,
/// which <see cref="Draft"/> fills; <c>{,you}</c> is an address with its comma, or nothing.
/// </summary>
internal sealed class Bank(string[] plain, params (Manner Manner, string[] Lines)[] flavoured)
{
    /// <summary>How often a speaker with a manner uses its own lines: less where there are few, lest they wear out.</summary>
    private static double OwnWords(int lines) => Math.Min(0.65, 0.2 + (0.15 * lines));

    public string Pick(Manner manner, ref Dice dice)
    {
        var fitting = 0;
        foreach (var (kind, lines) in flavoured)
            fitting += (kind & manner) != 0 ? lines.Length : 0;
        if (fitting == 0 || !dice.Chance(OwnWords(fitting)))
            return plain[dice.Below(plain.Length)];
        var index = dice.Below(fitting);
        foreach (var (kind, lines) in flavoured)
        {
            if ((kind & manner) == 0)
                continue;
            if (index < lines.Length)
                return lines[index];
            index -= lines.Length;
        }
        return plain[0];
    }

    /// <summary>All lines that fit a manner, its own ones first.</summary>
    public string[] Fitting(Manner manner) =>
        [.. flavoured.Where(flavour => (flavour.Manner & manner) != 0).SelectMany(flavour => flavour.Lines), .. plain];

    /// <summary>Every line, for those who check them.</summary>
    public IEnumerable<string> Lines => plain.Concat(flavoured.SelectMany(flavour => flavour.Lines));
}
