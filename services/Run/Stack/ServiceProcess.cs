using System.Diagnostics;

namespace Integration.Run.Stack;

/// <summary>
/// One service as its own process: its output goes to a log file; when it dies it is started again after a short pause, until it is stopped.
/// </summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(20);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _replacing = new();
    private readonly string _assembly;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly Queue<IReadOnlyDictionary<string, string>> _firstLaunches;
    private readonly string _log;
    private readonly Action<string> _say;
    private readonly Action _changed;
    private readonly Task _watch;
    private Process _process;

    public ServiceProcess(
        string name, string assembly, IReadOnlyDictionary<string, string> environment, IReadOnlyList<IReadOnlyDictionary<string, string>> firstLaunches,
        string logFolder, Action<string> say, Action changed)
    {
        Name = name;
        _assembly = assembly;
        _environment = environment;
        _firstLaunches = new Queue<IReadOnlyDictionary<string, string>>(firstLaunches);
        _log = Path.Combine(logFolder, $"{name}.log");
        _say = say;
        _changed = changed;
        _process = Launch();
        _watch = WatchAsync();
    }

    public string Name { get; }

    public int ProcessId
    {
        get
        {
            lock (_replacing) return _process.Id;
        }
    }

    /// <summary>Stops it in good order and returns when it is ended; it is started again after the usual pause.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        Process process;
        lock (_replacing) process = _process;
        await EndAsync(process, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Process process;
        lock (_replacing) process = _process;
        if (!process.HasExited) await EndAsync(process, CancellationToken.None);
        await _watch;
        process.Dispose();
        _stopping.Dispose();
    }

    private static async Task EndAsync(Process process, CancellationToken ct)
    {
        // Closing its standard input asks a service to stop in order; the kill is for one that does not.
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(StopDeadline);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            await _process.WaitForExitAsync(CancellationToken.None);
            if (_stopping.IsCancellationRequested) return;
            _say($"{Name} ended with code {_process.ExitCode}; starting it again (log: {_log}).");
            await Task.Delay(RestartPause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_replacing)
            {
                if (_stopping.IsCancellationRequested) return;
                _process.Dispose();
                _process = Launch();
            }

            _changed();
        }
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(_assembly);
        var thisTime = _firstLaunches.TryDequeue(out var armed) ? armed : new Dictionary<string, string>();
        foreach (var (key, value) in _environment.Concat(thisTime)) start.Environment[key] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{_assembly} could not be started.");
        _ = PumpAsync(process.StandardOutput);
        _ = PumpAsync(process.StandardError);
        return process;
    }

    private async Task PumpAsync(StreamReader lines)
    {
        await using var log = new FileStream(_log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await using var writer = new StreamWriter(log) { AutoFlush = true };
        while (await lines.ReadLineAsync() is { } line) await writer.WriteLineAsync(line);
    }
}
