using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>
/// Keeps one queue connected until it is stopped. Every loss of its endpoint, and every endpoint that does not become ready in
/// time, ends with that endpoint given up, the queue declared again with everything around it, and another endpoint connected:
/// MassTransit's own reconnect waits ever longer over the life of an endpoint, and ends without a word when the broker lets a
/// consumer wait (docs/adr/0084-queues-are-kept-by-us.md).
/// </summary>
internal sealed partial class QueueHandle : IQueueHandle
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Func<CancellationToken, Task> _declare;
    private readonly Func<QueueHandle, EndpointWatch, HostReceiveEndpointHandle> _connect;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping;
    private readonly CancellationToken _stop;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _keeping;

    /// <summary>Begins to connect the queue.</summary>
    /// <param name="queue">The queue's name.</param>
    /// <param name="declare">Declares the queue; waits for a broker that is away.</param>
    /// <param name="connect">Connects an endpoint that the watch observes.</param>
    /// <param name="clock">For waiting.</param>
    /// <param name="log">Told of every loss, with its reason.</param>
    /// <param name="processStopping">Ends it too.</param>
    public QueueHandle(
        string queue,
        Func<CancellationToken, Task> declare,
        Func<QueueHandle, EndpointWatch, HostReceiveEndpointHandle> connect,
        TimeProvider clock,
        ILogger log,
        CancellationToken processStopping)
    {
        Queue = queue;
        _declare = declare;
        _connect = connect;
        _clock = clock;
        _log = log;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(processStopping);
        _stop = _stopping.Token;
        _keeping = Task.Run(KeepAsync, CancellationToken.None);
    }

    public string Queue { get; }

    public bool IsStopping => _stop.IsCancellationRequested;

    /// <summary>Returns when messages flow for the first time.</summary>
    public Task ReadyAsync(CancellationToken ct) => _ready.Task.WaitAsync(ct);

    public async Task StopAsync(CancellationToken ct = default)
    {
        if (!_keeping.IsCompleted)
        {
            await _stopping.CancelAsync();
        }

        await _keeping.WaitAsync(ct);
        _stopping.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task KeepAsync()
    {
        try
        {
            for (var pause = FirstPause; ; pause = Backoff.Next(pause, LongestPause))
            {
                await _declare(_stop);
                if (await ServeAsync())
                {
                    pause = FirstPause;
                }

                await Task.Delay(pause, _clock, _stop);
            }
        }
        catch (OperationCanceledException) when (IsStopping)
        {
            _ready.TrySetCanceled(_stop);
        }
#pragma warning disable CA1031 // An endpoint that cannot even be built is its caller's to know, who waits for it to be ready.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _ready.TrySetException(exception);
            LogGivenUp(exception, Queue);
        }
    }

    /// <summary>One endpoint from its connection to its loss; false when it never became ready.</summary>
    private async Task<bool> ServeAsync()
    {
        var watch = new EndpointWatch();
        HostReceiveEndpointHandle endpoint;
        try
        {
            endpoint = _connect(this, watch);
        }
#pragma warning disable CA1031 // What could be built once can be built again; the first time it is the caller's to know.
        catch (Exception exception) when (_ready.Task.IsCompletedSuccessfully)
#pragma warning restore CA1031
        {
            LogNotReady(Queue, exception.GetType().Name);
            return false;
        }

        try
        {
            // Who becomes ready and is lost at once must not be missed: the loss is looked at first.
            await Task.WhenAny(endpoint.Ready, watch.Lost).WaitAsync(ReadyWithin, _clock, _stop);
            if (!watch.Lost.IsCompleted)
            {
                if (!_ready.TrySetResult())
                {
                    LogBack(Queue);
                }

                LogLost(Queue, await watch.Lost.WaitAsync(_stop));
                return true;
            }

            LogNotReady(Queue, await watch.Lost);
            return false;
        }
        catch (TimeoutException)
        {
            LogNotReady(Queue, $"the broker did not answer for {ReadyWithin.TotalSeconds:0} s; does the queue have a leader?");
            return false;
        }
        finally
        {
            await EndAsync(endpoint, watch);
        }
    }

    /// <summary>Running handlers may finish; one that does not, or a broker that does not answer, is not waited for any longer.</summary>
    private async Task EndAsync(HostReceiveEndpointHandle endpoint, EndpointWatch watch)
    {
        // Stopped while it begins, an endpoint of the in-memory transport leaves a consumer behind that takes messages and drops them.
        await Task.WhenAny(endpoint.Ready, watch.Lost, Task.Delay(BeginsWithin, _clock));
        try
        {
            // Never cancelled: its channel would stay open, and keep what it had been handed and not begun from everybody until the process ends.
            await endpoint.StopAsync(CancellationToken.None).WaitAsync(Patience, _clock, CancellationToken.None);
        }
#pragma warning disable CA1031 // It is being given up; what it still says of a lost connection matters to nobody.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogLeft(Queue, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} is no longer read ({Reason}); it is declared and connected again")]
    private partial void LogLost(string queue, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Queue {Queue} could not be read ({Reason}); it is declared and connected again")]
    private partial void LogNotReady(string queue, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Queue {Queue} is read again")]
    private partial void LogBack(string queue);

    [LoggerMessage(Level = LogLevel.Information, Message = "Queue {Queue}: the endpoint did not end in order ({Reason})")]
    private partial void LogLeft(string queue, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Queue {Queue} could not be connected")]
    private partial void LogGivenUp(Exception exception, string queue);
}
