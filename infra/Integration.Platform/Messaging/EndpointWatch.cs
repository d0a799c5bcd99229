using MassTransit;

namespace Integration.Platform.Messaging;

/// <summary>Tells when an endpoint lost its queue, however it did.</summary>
internal sealed class EndpointWatch : IReceiveEndpointObserver
{
    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The reason in plain words, without addresses or accounts.</summary>
    public Task<string> Lost => _lost.Task;

    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed)
    {
        _lost.TrySetResult("the connection to the broker, or the queue, is gone");
        return Task.CompletedTask;
    }

    public Task Faulted(ReceiveEndpointFaulted faulted)
    {
        _lost.TrySetResult(faulted.Exception is { } exception ? BrokerFault.Describe(exception) : "the endpoint failed");
        return Task.CompletedTask;
    }
}
