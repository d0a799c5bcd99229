using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Integration.Security;

/// <summary>Keeps what the HTTP server tells of requests that failed inside.</summary>
internal sealed class FailureLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>One line for each.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(FailureLog log, string name) : ILogger
    {
        private readonly bool _server = name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => _server && logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log._lines.Enqueue($"{name}: {formatter(state, exception)} {exception}");
        }
    }
}
