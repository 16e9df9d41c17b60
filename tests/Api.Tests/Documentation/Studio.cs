using System.Text.Json.Nodes;
using Platform.Api.Tests.MascotForge;
using Platform.Testing;

namespace Platform.Api.Tests.Documentation;

/// <summary>What has to be made before some things can be done with it.</summary>
internal static class Studio
{
    /// <summary>Makes what an operation is about: a mascot, and what is made of it; done, or still under way where it is to be cancelled.</summary>
    public static async Task<Dictionary<string, string>> ForAsync(string operation, MascotForgeClient client)
    {
        var isHeld = operation.EndsWith("/cancel", StringComparison.Ordinal);
        if (operation.Contains("{mascotId}", StringComparison.Ordinal))
            return new() { ["mascotId"] = await client.MakeMascotAsync(isHeld) };
        if (operation.Contains("{animationId}", StringComparison.Ordinal))
            return new() { ["animationId"] = await MakeAsync(client, "animations", new() { ["action"] = "idle", ["resolution"] = 128 }, isHeld) };
        if (operation.Contains("{logoPackId}", StringComparison.Ordinal))
            return new() { ["logoPackId"] = await MakeAsync(client, "logo-packs", [], isHeld) };
        return [];
    }

    private static async Task<string> MakeAsync(MascotForgeClient client, string what, JsonObject body, bool isHeld)
    {
        if (isHeld) body["figmaFileId"] = HeldRenderer.Word;
        var made = await client.PostAsync($"/mascots/{await client.MakeMascotAsync()}/{what}", body);
        if (!isHeld) await client.EndAsync($"/{what}/{made.Text("id")}");
        return made.Text("id");
    }
}
