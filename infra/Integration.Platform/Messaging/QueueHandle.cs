using MassTransit;

namespace Integration.Platform.Messaging;

internal sealed class QueueHandle(string queue) : IQueueHandle
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private HostReceiveEndpointHandle? _endpoint;

    public string Queue => queue;

    public bool IsStopping { get; private set; }

    public void Attach(HostReceiveEndpointHandle endpoint) => _endpoint = endpoint;

    public Task ReadyAsync(CancellationToken ct) => _endpoint!.Ready.WaitAsync(ct);

    public async Task StopAsync(CancellationToken ct = default)
    {
        if (IsStopping)
        {
            return;
        }

        IsStopping = true;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        await _endpoint!.StopAsync(deadline.Token);
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
