using Integration.Connectors.Connections;
using Integration.Connectors.Looks;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Sweeps;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Contracts.Storefront;
using Integration.Platform.Messaging;
using Integration.Platform.Telemetry;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>The customer lane on every ERP connection: reads the ERP's customers, compares, and writes to the ERP.</summary>
internal sealed class CustomerWriting(
    LookBook book, LookLoops readers, SweepRunner sweeps, TwoWayStore store, CustomerMappings mappings, CustomerMessages customers, CustomerDecision decisions, IOutbox outbox, LaneMessage messages,
    IntegrationMetrics metrics, TimeProvider time, ILogger<CustomerWriting> log) : ILaneHalves
{
    public IEnumerable<LaneHalf> Of(Connected connected)
    {
        var pairs = connected.Pairs.Where(pair => pair.Erp.Name == connected.Name && pair.Lanes.Customers is not null).ToList();
        if (connected.Connector is not IErp { CustomerRecords: { } records } erp || pairs.Count == 0) yield break;
        var schedule = new SweepSchedule { Every = pairs.Min(pair => pair.Sweeps.Every), Overlap = pairs.Max(pair => pair.Sweeps.Overlap) };
        var sweep = new SweepTarget(
            LookKey.OfConnection(connected.Name), Entities.Customer, pairs[0].Name, CustomerQueues.ToStore, pairs.Min(pair => pair.From), schedule, records.ChangedSinceAsync);
        yield return new LaneHalf(
            [.. pairs.SelectMany(pair => (LaneQueue[])[Comparisons(connected, erp, records, pair), Rereads(connected, pair)])],
            [
                readers.Of(connected, new ErpCustomerSource(connected, erp, records, store, mappings, outbox, metrics, log)),
                SweepLoop.Of(connected, sweep, sweeps, time),
            ]);
    }

    private LaneQueue Comparisons(Connected connected, IErp erp, ICustomerRecords records, PairDefinition pair)
    {
        var calls = connected.Definition.ConcurrentCalls;
        return new LaneQueue(new QueueDefinition { Name = CustomerQueues.Erp(pair.Name), Prefetch = calls * 2, Concurrency = calls }, endpoint =>
        {
            endpoint.Handler<CustomerChanged>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => customers.ChangedAsync(connected, erp, records, context.Message, receipt, log, ct)));
            endpoint.Handler<CompareCustomer>(context => messages.HandleAsync(context, connected,
                (receipt, log, ct) => customers.CompareAsync(connected, erp, records, context.Message, receipt, log, ct)));
            endpoint.Handler<CustomerWritten>(context => customers.WrittenAsync(context.Message, Receipt.From(context), context.CancellationToken));
            endpoint.Handler<DecideConflict>(context => decisions.TakeAsync(connected, context.Message, Receipt.From(context), context.CancellationToken));
        });
    }

    private LaneQueue Rereads(Connected connected, PairDefinition pair) => new(
        new QueueDefinition { Name = CustomerQueues.RereadErp(pair.Name) },
        endpoint => endpoint.Handler<RereadRecord>(context => messages.OnceAsync(
            Receipt.From(context),
            (unit, token) => book.MarkAnewAsync(unit, new LookKey(LookKey.OfConnection(connected.Name), Entities.Customer, context.Message.Id), token),
            context.CancellationToken)));
}
