using System.Collections.Concurrent;
using System.Diagnostics;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Tests.Integration.Platform;

/// <summary>Consumes as our services do: inbox and result in one transaction. Counts deliveries and what was handled.</summary>
public sealed class Recorder<T>(Func<T, int, Task>? before = null)
    where T : class
{
    private readonly ConcurrentDictionary<Guid, int> _deliveries = new();

    public ConcurrentQueue<T> Handled { get; } = new();

    public ConcurrentQueue<string?> Traces { get; } = new();

    public int Deliveries => _deliveries.Values.Sum();

    public void Attach(IReceiveEndpointConfigurator endpoint, Node node) =>
        endpoint.Handler<T>(context => HandleAsync(context, node));

    private async Task HandleAsync(ConsumeContext<T> context, Node node)
    {
        var receipt = Receipt.From(context);
        var delivery = _deliveries.AddOrUpdate(receipt.MessageId, 1, (_, count) => count + 1);
        Traces.Enqueue(Activity.Current?.TraceId.ToString());
        if (before is not null)
        {
            await before(context.Message, delivery);
        }

        var inbox = node.Get<IInbox>();
        if (await node.Database.TransactAsync((unit, ct) => inbox.TakeAsync(unit, receipt, ct), context.CancellationToken))
        {
            Handled.Enqueue(context.Message);
        }
    }
}
