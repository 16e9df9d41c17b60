using System.Net;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Api.Tests.FigureForge;

/// <summary>A signed-in client of FigureForge, who has figures drawn.</summary>
internal sealed class FiguresClient(PlatformServer server) : ApiClient(server.CreateClient(), FigureForgeClient.Base)
{
    public string Email { get; private init; } = "";

    public static async Task<FiguresClient> SignUpAsync(PlatformServer server)
    {
        var someone = new FigureForgeClient(server);
        var signedIn = await someone.SignInAsync();
        return new FiguresClient(server) { Token = signedIn.Token, Email = someone.Email };
    }

    /// <summary>The id of a job for one figure, or more.</summary>
    public async Task<string> OrderAsync(string prompt = "a dancer at rest", int count = 1, JsonObject? filters = null, bool isPublic = true)
    {
        var order = new JsonObject
        {
            ["prompt"] = prompt,
            ["filters"] = filters ?? new JsonObject
            {
                ["body_type"] = "athletic",
                ["pose"] = "standing",
                ["lighting"] = "dramatic",
                ["clothing"] = "casual",
                ["background"] = "simple",
            },
            ["batch_size"] = count,
            ["model"] = "flux-schnell",
        };
        if (!isPublic) order["is_public"] = false;
        var accepted = await PostAsync("/images/generate", order);
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        return accepted.Text("job_id");
    }

    /// <summary>A job at its end.</summary>
    public async Task<Answer> EndAsync(string jobId)
    {
        Answer job = null!;
        await Poll.UntilAsync(
            async () => (job = await GetAsync($"/images/job/{jobId}")).Text("status") is "completed" or "failed" or "cancelled", TimeSpan.FromMinutes(2));
        return job;
    }

    /// <summary>The id of a figure that was drawn.</summary>
    public async Task<string> DrawAsync(JsonObject? filters = null, bool isPublic = true)
    {
        var job = await EndAsync(await OrderAsync(filters: filters, isPublic: isPublic));
        Assert.True(job.Text("status") == "completed", job.Body);
        return job.Json!["images"]![0]!["id"]!.GetValue<string>();
    }

    public Task<Answer> ReportAsync(string image) => PostAsync($"/images/{image}/report", new JsonObject { ["reason"] = "quality" });
}
