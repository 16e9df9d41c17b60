using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Keeps what a server warns of: what it says beside a request that went wrong tells why.</summary>
internal sealed class TroubleLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _written = [];

    public IReadOnlyCollection<string> Written => _written;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _written.Enqueue($"{formatter(state, exception)} {exception}");

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
    }
}
