using Microsoft.AspNetCore.Hosting;
using Platform.Testing;

namespace Platform.Api.Tests;

/// <summary>A server whose replies a language model writes, and the model, whose answers a test scripts.</summary>
public sealed class ModelledServer : PlatformServer
{
    private readonly Action<IWebHostBuilder>? _configure;

    private ModelledServer(ModelServer model, Action<IWebHostBuilder>? configure) => (Model, _configure) = (model, configure);

    public ModelServer Model { get; }

    /// <param name="configure">What else is to be as it isn't by default.</param>
    public static async Task<ModelledServer> StartAsync(Action<IWebHostBuilder>? configure = null)
    {
        var server = new ModelledServer(await ModelServer.StartAsync(), configure);
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
        _configure?.Invoke(builder);
    }
}
