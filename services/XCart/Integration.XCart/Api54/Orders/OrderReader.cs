using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Api54.Sweeping;
using Integration.XCart.Orders;
using Integration.XCart.Orders.Canonical;
using Integration.XCart.Setup;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api54.Orders;

/// <summary>
/// Reads an order in two calls: the default schema for exact books (line ids, surcharges, coupons, transactions), then the complex
/// schema for what the default one lacks (addresses and chosen options).
/// </summary>
internal sealed class OrderReader(RestApi shop, XCartSettings settings, AddOnBridge addOn, TimeProvider time) : IStorefrontOrders
{
    private readonly TransactionReader _transactions = new(shop);
    private readonly ChangedOrders _changed = new(new OrderTable(shop), settings.PageSize ?? ShopApi54.UsualPage);

    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _changed.SinceAsync(since, ct);

    public bool HintsEveryChange => addOn.Hints;

    public async Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct)
    {
        if (ShopPath.Of("order", id) is not { } path) return Unreadable("id", ShopId.NoOrderId);
        switch (await shop.ReadAsync<StoredOrder>(path, Schema.Default, ct))
        {
            case ShopAnswer<StoredOrder>.Absent:
                return new ReadOutcome<Order>.NotFound();
            case ShopAnswer<StoredOrder>.Failed failed:
                return await BrokenAsync(failed.Outcome, failed.ServerFault, ct);
            case ShopAnswer<StoredOrder>.Given given:
                return Readiness.Of(given.Value.Placement, given.SourceTime ?? time.GetUtcNow(), settings, addOn.Hints)
                    ?? await ShowAsync(path, given.Value, pair, ct);
            default:
                throw new InvalidOperationException("An answer of a new kind.");
        }
    }

    private async Task<ReadOutcome<Order>> ShowAsync(ShopPath path, StoredOrder stored, PairDefinition pair, CancellationToken ct)
    {
        // Asking for the complex schema of such an order breaks the shop's page with status 500, always.
        if (stored.Profile is null) return Unreadable("profile", "The order belongs to no profile, which breaks the shop's own pages too. Give it a customer in the shop's admin area, or delete it.");
        switch (await shop.ReadAsync<ShownOrder>(path, Schema.Complex, ct))
        {
            case ShopAnswer<ShownOrder>.Absent:
                return new ReadOutcome<Order>.NotFound();
            case ShopAnswer<ShownOrder>.Failed failed:
                return await BrokenAsync(failed.Outcome, failed.ServerFault, ct);
            case ShopAnswer<ShownOrder>.Given given:
                return BothReadings.Agree(stored, given.Value)
                    ? await CompleteAsync(stored, given.Value, pair, ct)
                    : new ReadOutcome<Order>.NotReady("The order changed while it was read.", Ignore: false);
            default:
                throw new InvalidOperationException("An answer of a new kind.");
        }
    }

    private async Task<ReadOutcome<Order>> CompleteAsync(StoredOrder stored, ShownOrder shown, PairDefinition pair, CancellationToken ct)
    {
        var order = BothReadings.Joined(stored, shown);
        var (transactions, why) = await _transactions.CompleteAsync(stored.Transactions, order.Transactions, pair, ct);
        if (transactions is not null) return Map(order with { Transactions = transactions }, pair);
        return why switch
        {
            null => new ReadOutcome<Order>.NotReady("The order changed while it was read.", Ignore: false),
            WriteOutcome.Rejected rejected => new ReadOutcome<Order>.Unreadable(rejected.Reasons),
            _ => new ReadOutcome<Order>.Failed(why),
        };
    }

    private ReadOutcome<Order> Map(ShopOrder order, PairDefinition pair)
    {
        try
        {
            return new ReadOutcome<Order>.Found(CanonicalOrder.Of(order, pair, settings));
        }
        catch (MappingFault fault)
        {
            return Unreadable(fault.Field, fault.Message);
        }
    }

    // One broken order must not pause the whole shop again and again: when the shop answers otherwise, the fault is the order's.
    private async Task<ReadOutcome<Order>> BrokenAsync(WriteOutcome outcome, bool serverFault, CancellationToken ct)
    {
        if (serverFault && await shop.ListAsync<OrderRow>("order", Conditions.NewestFirst("o.order_id", 0, 1), ct) is ShopAnswer<IReadOnlyList<OrderRow>>.Given)
            return Unreadable("", "The shop answers with an internal error page (status 500) for this order, and well for others. Open it in the shop's admin area.");
        return outcome is WriteOutcome.Rejected rejected ? new ReadOutcome<Order>.Unreadable(rejected.Reasons) : new ReadOutcome<Order>.Failed(outcome);
    }

    private static ReadOutcome<Order>.Unreadable Unreadable(string field, string message) => new([new Reason(field, message)]);
}
