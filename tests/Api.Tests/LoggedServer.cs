using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Api.Tests;

/// <summary>A server that logs everything it can, and keeps it.</summary>
public sealed class LoggedServer : PlatformServer
{
    private readonly Lines _lines = new();

    /// <summary>All that was logged, with exceptions and the values of scopes.</summary>
    public string Log => string.Join('\n', _lines.Written);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(_lines).AddFilter(null, LogLevel.Trace));
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        foreach (var category in (string[])["Microsoft.AspNetCore", "Microsoft.Hosting.Lifetime", "Orleans", "Polly"])
            builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue($"{formatter(state, exception)} {exception}");

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Written.Enqueue($"{state}");
            return null;
        }

        public void Dispose()
        {
        }
    }
}
