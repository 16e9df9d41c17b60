namespace Platform.Generation;

/// <summary>What is charged, in the units of the product's wallet: credits, or a quota of images.</summary>
public static class Prices
{
    public const long Mascot = 1;

    public const long Animation = 25;

    public const long LogoPack = 20;

    /// <summary>What an order costs if all that it asks for is delivered.</summary>
    public static long Of(JobOrder order) => order switch
    {
        MascotOrder => Mascot,
        AnimationOrder => Animation,
        LogoPackOrder => LogoPack,
        FiguresOrder figures => OfFigures(figures, figures.Count),
        _ => throw new ArgumentException("Nobody knows what this costs.", nameof(order)),
    };

    /// <summary>What is due for what was delivered of it.</summary>
    public static long Of(JobOrder order, JobResult delivered) =>
        order is FiguresOrder figures && delivered is FiguresResult { Pictures: var pictures } ? OfFigures(figures, pictures.Count) : Of(order);

    private static long OfFigures(FiguresOrder order, int count) => count * FigureModels.Find(order.Model)!.Credits;
}
