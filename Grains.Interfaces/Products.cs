namespace Platform;

/// <summary>The ids of the products: the path prefix, the audience of a token, and the first part of a directory key.</summary>
public static class Products
{
    public const string ByteForge = "byteforge";

    public const string Demi = "demi";

    public const string FigureForge = "figureforge";

    public const string MascotForge = "mascotforge";

    public const string NeuroTamagotchi = "neurotamagotchi";
}
