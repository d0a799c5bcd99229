using Integration.Connectors.Backfills;
using Integration.Connectors.Lanes.Orders;
using Integration.Connectors.Links;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>
/// Reads the orders that were taken once more and tells them on though nothing about them changed, so that the money of those from before the lane was switched on
/// comes into the books. What is booked is known by its key; orders that were never taken are left alone.
/// </summary>
internal sealed class PaymentBackfill(IDatabase database, IEnumerable<IConnectorFactory> factories) : IBackfillLane
{
    public string Lane => LaneNames.Payments;

    public BackfillSource? Of(IConnector connector, PairDefinition pair) =>
        connector is IStorefront { OrderHistory: { } history } storefront && pair.Storefront.Name == connector.Connection && pair.Lanes.Payments is not null
            ? new BackfillSource(pair.Name, Entities.Order, (since, cursor, ct) => history.PageAsync(since ?? pair.From, cursor, ct))
            {
                Since = pair.From,
                ToldAnew = note => OrderMemory.Parse(note).Taken,
                WritingQueue = Queues.Write(pair.Name, LaneNames.Payments),
                TryAsync = (ids, _, ct) => TryAsync(storefront, pair, ids, ct),
            }
            : null;

    private async Task<BackfillTrial> TryAsync(IStorefront storefront, PairDefinition pair, IReadOnlyList<string> ids, CancellationToken ct)
    {
        // What is booked the ERP's adapter knows: as a separate service every order that was taken counts.
        if (factories.All(factory => factory.Kind != pair.Erp.Kind)) return new BackfillTrial(ids.Count, 0, []);
        var sent = 0;
        foreach (var id in ids)
        {
            switch (await storefront.Orders.ReadAsync(pair, id, ct))
            {
                case ReadOutcome<Order>.Failed { Outcome: not WriteOutcome.Rejected } failed:
                    return new BackfillTrial(0, 0, [], failed.Outcome);
                case ReadOutcome<Order>.Found found when await LacksAsync(pair, found.Value, ct):
                    sent++;
                    break;
            }
        }

        return new BackfillTrial(sent, ids.Count - sent, []);
    }

    private Task<bool> LacksAsync(PairDefinition pair, Order order, CancellationToken ct) => database.ReadAsync(
        async (unit, token) =>
        {
            foreach (var entry in PaymentEntries.Of(order))
            {
                if (await LinkStore.OfStorefrontAsync(unit, pair.Name, Entities.Payment, entry.Key, token) is null) return true;
            }

            return false;
        },
        ct);
}
