namespace Integration.Platform.Messaging;

/// <summary>A connected queue.</summary>
public interface IQueueHandle : IAsyncDisposable
{
    /// <summary>The queue's name.</summary>
    string Queue { get; }

    /// <summary>Lets running handlers finish (up to ten seconds), then disconnects; the queue holds what comes.</summary>
    Task StopAsync(CancellationToken ct = default);
}
