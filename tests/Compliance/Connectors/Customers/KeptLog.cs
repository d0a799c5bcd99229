using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Integration.Tests.Compliance.Connectors.Customers;

/// <summary>Keeps every line that is logged, with its values and exceptions.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log._lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named.Select(value => $"{value.Key}={value.Value}")) : "";
            log._lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
