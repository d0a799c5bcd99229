using Integration.Contracts.Operations;
using Integration.Platform.Database;
using Integration.Platform.Messaging;
using MassTransit;

namespace Integration.Connectors.Backfills;

/// <summary>Both ends of a backfill's marks: every queue of a lane sends them back, and the reading half notes them.</summary>
internal sealed class BackfillMarks(IDatabase database, IInbox inbox, IOutbox outbox)
{
    /// <summary>Adds the handler to a queue that records go to.</summary>
    public void Pass(IReceiveEndpointConfigurator endpoint) => endpoint.Handler<BackfillMark>(context => OnceAsync(
        context, (unit, mark, ct) => outbox.EnqueueAsync(unit, mark.ReplyTo, new BackfillMarkPassed(mark.Run, mark.Page), ct)));

    /// <summary>Adds the handler to the backfill's own queue.</summary>
    public void Note(IReceiveEndpointConfigurator endpoint) => endpoint.Handler<BackfillMarkPassed>(context => OnceAsync(context, BackfillStore.PassedAsync));

    private Task OnceAsync<T>(ConsumeContext<T> context, Func<IUnit, T, CancellationToken, Task> work) where T : class => database.TransactAsync(
        async (unit, ct) =>
        {
            if (await inbox.TakeAsync(unit, Receipt.From(context), ct)) await work(unit, context.Message, ct);
        },
        context.CancellationToken);
}
