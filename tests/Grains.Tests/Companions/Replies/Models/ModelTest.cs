using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Companions.Replies;
using Platform.Testing;

namespace Platform.Tests.Companions.Replies.Models;

/// <summary>A reply writer that is configured as in earnest, and the server that it speaks to.</summary>
internal sealed class ModelTest : IAsyncDisposable
{
    public const string Key = "sk-a-secret-of-some-length";

    private readonly ServiceProvider _services;
    private readonly LogLines _lines = new();

    private ModelTest(ModelServer server)
    {
        Server = server;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_lines).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddChat(Configuration(
            ("Provider", "openai"), ("OpenAI:BaseUrl", server.BaseUrl), ("OpenAI:ApiKey", Key), ("OpenAI:Model", "test")));
        _services = services.BuildServiceProvider();
        Writer = _services.GetRequiredService<ReplyWriter>();
    }

    public ModelServer Server { get; }

    public ModelClock Clock { get; } = new();

    public ReplyWriter Writer { get; }

    /// <summary>All that was logged, at every level and with exceptions.</summary>
    public string Log => _lines.Text;

    public static async Task<ModelTest> StartAsync() => new(await ModelServer.StartAsync());

    public static IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Chat:{setting.Name}", (string?)setting.Value))).Build();

    /// <summary>A whole reply, with every wait skipped.</summary>
    public Task<ReplyResult?> WriteAsync(params PastMessage[] recent) =>
        Clock.FinishAsync(Writer.WriteAsync(Requests.Of("How are you?", recent: recent)).AsTask());

    /// <summary>A streamed reply, and what was passed on of it.</summary>
    public async Task<(ReplyResult? Reply, List<string> Pieces)> StreamAsync()
    {
        var pieces = new List<string>();
        var reply = await Clock.FinishAsync(Writer.StreamAsync(Requests.Of("How are you?"), piece =>
        {
            pieces.Add(piece);
            return ValueTask.CompletedTask;
        }).AsTask());
        return (reply, pieces);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
