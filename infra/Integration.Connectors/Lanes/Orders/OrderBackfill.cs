using Integration.Connectors.Backfills;
using Integration.Connectors.Connections;
using Integration.Connectors.DryRuns;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Connectors.Publishing;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Mapping.Reading;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Lists the orders of the past. They are taken as any order, and may be older than the pair where the backfill says so.</summary>
internal sealed class OrderBackfill(ConnectorShelf shelf, IEnumerable<IConnectorFactory> factories, TimeProvider time) : IBackfillLane
{
    public string Lane => LaneNames.Orders;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IStorefront { OrderHistory: { } history } storefront && pair.Storefront.Name == connector.Connection
            ? new BackfillSource(pair.Name, Entities.Order, (since, cursor, ct) => history.PageAsync(since ?? pair.From, cursor, ct))
            {
                Since = pair.From,
                HasHistory = true,
                PassedOver = note => OrderMemory.Parse(note).State == OrderMemory.TooOld,
                WritingQueue = Queues.OrdersSubmit(pair.Name),
                TryAsync = (ids, since, ct) => TryAsync(storefront, pair, ids, since ?? pair.From, ct),
            }
            : null;

    private async Task<BackfillTrial> TryAsync(IStorefront storefront, PairDefinition pair, IReadOnlyList<string> ids, DateTimeOffset since, CancellationToken ct)
    {
        var (sent, leftOut, problems) = (0, 0, new List<BackfillSample>());
        var (run, unusable) = Mapping(pair with { From = since });
        foreach (var id in ids)
        {
            switch (await storefront.Orders.ReadAsync(pair, id, ct))
            {
                case ReadOutcome<Order>.Failed { Outcome: not WriteOutcome.Rejected } failed:
                    return new BackfillTrial(0, 0, [], failed.Outcome);
                case ReadOutcome<Order>.Found found:
                    var order = OrderChecks.WithRounding(CardNumbers.Remove(found.Value), pair.RoundingLimit);
                    if (order.PlacedAt < since || order.PaymentStatus is PaymentStatus.Cancelled or PaymentStatus.Declined || !pair.ImportRule.Takes(order)) leftOut++;
                    else if (Problem(order, run, unusable) is { } problem) problems.Add(new BackfillSample(order.Number, problem));
                    else sent++;
                    break;
                case ReadOutcome<Order>.Unreadable unreadable:
                    problems.Add(new BackfillSample(id, Words(unreadable.Reasons)));
                    break;
                case ReadOutcome<Order>.Failed { Outcome: WriteOutcome.Rejected rejected }:
                    problems.Add(new BackfillSample(id, Words(rejected.Reasons)));
                    break;
                default:
                    leftOut++;
                    break;
            }
        }

        return new BackfillTrial(sent, leftOut, problems);
    }

    private static string? Problem(Order order, OrderDryRun? run, string? unusable)
    {
        if (OrderChecks.Problems(order) is { Count: > 0 } invalid) return string.Join(' ', invalid.Select(problem => $"{problem.Field}: {problem.Message}"));
        if (run?.Run(order, showPersonal: false) is not { WouldBeSent: false } stopped) return unusable;
        return string.Join(' ', stopped.Stops.Concat(stopped.Problems.Select(reason => $"{reason.Field}: {reason.Message}")));
    }

    // As separate services the ERP's mapping is not here: then only the order itself is judged.
    private (OrderDryRun? Run, string? Unusable) Mapping(PairDefinition pair)
    {
        if (factories.All(factory => factory.Kind != pair.Erp.Kind) || shelf.Of(pair.Erp) is not IErp erp) return (null, null);
        try
        {
            return (new OrderDryRun(pair, erp.SalesOrders, PairDocument.Read(pair, DocumentNames.OrdersToErp) ?? erp.SalesOrders.DefaultMapping, time), null);
        }
        catch (Exception problem) when (problem is DocumentException or PairFileException)
        {
            return (null, problem.Message);
        }
    }

    private static string Words(IEnumerable<Reason> reasons) => string.Join(' ', reasons.Select(reason => reason.Message));
}
