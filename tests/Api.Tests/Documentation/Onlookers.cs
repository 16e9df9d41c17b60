using Platform.Api.Tests.FigureForge;
using Platform.Testing;

namespace Platform.Api.Tests.Documentation;

/// <summary>Pictures that something is done with, and those who look at them.</summary>
internal static class Onlookers
{
    public static async Task<Dictionary<string, string>> ForAsync(string operation, Visitor whose)
    {
        if (operation.Contains("{job_id}", StringComparison.Ordinal))
        {
            var isHeld = operation.EndsWith("/cancel", StringComparison.Ordinal);
            return new() { ["job_id"] = await Client(whose).OrderAsync(isHeld ? HeldRenderer.Word : "a dancer at rest") };
        }

        var isOthers = operation.EndsWith("/report", StringComparison.Ordinal) || operation.StartsWith("POST /admin/", StringComparison.Ordinal);
        if (!operation.Contains("{image_id}", StringComparison.Ordinal) && operation is not ("GET /admin/reports" or "GET /images/favorites")) return [];
        var owner = isOthers || operation == "GET /admin/reports" ? await FiguresClient.SignUpAsync(whose.Server) : Client(whose);
        var image = await owner.DrawAsync();
        if (operation.Contains("/admin/", StringComparison.Ordinal)) await (await FiguresClient.SignUpAsync(whose.Server)).ReportAsync(image);
        if (operation == "GET /images/favorites") await owner.PostAsync($"/images/{image}/favorite", body: null);
        return new() { ["image_id"] = image };
    }

    private static FiguresClient Client(Visitor whose) => new(whose.Server) { Token = whose.Token };
}
