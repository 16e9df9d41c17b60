namespace Platform.Api.Products.FigureForge;

/// <summary>Ids as this product shows them: with a prefix that says of what.</summary>
internal static class PublicId
{
    public static string OfUser(string accountId) => $"user_{accountId}";
}
