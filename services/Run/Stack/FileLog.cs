using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Integration.Run.Stack;

/// <summary>Writes the log of services that run in this process to a file, one JSON object a line, so that the terminal stays with the person.</summary>
internal sealed class FileLog(string file) : ILoggerProvider
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock _writing = new();
    private readonly StreamWriter _writer = new(new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose() => _writer.Dispose();

    private void Write(string category, LogLevel level, string message, Exception? exception)
    {
        var line = JsonSerializer.Serialize(
            new { at = TimeProvider.System.GetUtcNow(), level = level.ToString(), category, message, trace = System.Diagnostics.Activity.Current?.TraceId.ToString(), exception = exception?.ToString() }, Json);
        lock (_writing) _writer.WriteLine(line);
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Write(name, logLevel, formatter(state, exception), exception);
        }
    }
}
