namespace Platform.Api.Products.FigureForge;

/// <summary>Ids as this product shows them: with a prefix that says of what.</summary>
internal static class PublicId
{
    private const string Image = "img_";

    public static string OfUser(string accountId) => $"user_{accountId}";

    public static string OfImage(string imageId) => Image + imageId;

    /// <summary>The image that a client names; one without the prefix is meant too.</summary>
    public static string ToImage(string id) => id.StartsWith(Image, StringComparison.Ordinal) ? id[Image.Length..] : id;
}
