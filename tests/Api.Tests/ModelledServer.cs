using Microsoft.AspNetCore.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests;

/// <summary>A server whose replies a language model writes, and the model, whose answers a test scripts.</summary>
public sealed class ModelledServer : PlatformServer
{
    private ModelledServer(ModelServer model) => Model = model;

    public ModelServer Model { get; }

    public static async Task<ModelledServer> StartAsync()
    {
        var server = new ModelledServer(await ModelServer.StartAsync());
        await server.InitializeAsync();
        return server;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Model.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Chat:Provider", "openai");
        builder.UseSetting("Chat:OpenAI:BaseUrl", Model.BaseUrl);
        builder.UseSetting("Chat:OpenAI:Model", "test");
    }
}
