using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.XCart.AddOn;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Api55.Sweeping;
using Integration.XCart.Orders;
using Integration.XCart.Orders.Canonical;
using Integration.XCart.Setup;
using Integration.XCart.Sweeping;

namespace Integration.XCart.Api55.Orders;

/// <summary>
/// Reads an order: the order itself, then beside each other its payment transactions, its details and, the first time, its customer's profile.
/// What changes between these calls moves the order's change stamp or is found by the look at recent orders.
/// </summary>
internal sealed class OrderReader(PlatformApi shop, XCartSettings settings, AddOnBridge addOn, TimeProvider time) : IStorefrontOrders
{
    private readonly ChangedOrders _changed = new(new OrderPages(shop), Math.Min(settings.PageSize ?? OrderPages.UsualPage, PlatformApi.LargestPage));
    private readonly Guests _guests = new(shop, settings);

    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _changed.SinceAsync(since, ct);

    public bool HintsEveryChange => addOn.Hints;

    public async Task<ReadOutcome<Order>> ReadAsync(PairDefinition pair, string id, CancellationToken ct)
    {
        if (ShopId.Of(id) is not { } number) return Unreadable("id", ShopId.NoOrderId);
        return await shop.ReadAsync<OrderOutput>($"orders/{number}", ct) switch
        {
            ShopAnswer<OrderOutput>.Absent => new ReadOutcome<Order>.NotFound(),
            // A cart has no number, and the shop's own code breaks on that when it is asked for it as an order (by its source).
            ShopAnswer<OrderOutput>.Failed { ServerFault: true } when await shop.ReadAsync<CartOutput>($"carts/{number}", ct) is ShopAnswer<CartOutput>.Given =>
                new ReadOutcome<Order>.NotReady("This is still a cart.", Ignore: true),
            ShopAnswer<OrderOutput>.Failed failed => await BrokenAsync(failed.Outcome, failed.ServerFault, ct),
            ShopAnswer<OrderOutput>.Given given => Readiness.Of(given.Value.Placement, given.SourceTime ?? time.GetUtcNow(), settings, addOn.Hints)
                ?? await CompleteAsync(given.Value, pair, ct),
            _ => throw new InvalidOperationException("An answer of a new kind."),
        };
    }

    private async Task<ReadOutcome<Order>> CompleteAsync(OrderOutput order, PairDefinition pair, CancellationToken ct)
    {
        var transactions = shop.AllAsync<TransactionOutput>($"orders/{order.Id}/payment_transactions", ct);
        var details = settings.OrderDetails
            ? shop.AllAsync<FieldOutput>($"orders/{order.Id}/details", ct)
            : Task.FromResult<ShopAnswer<IReadOnlyList<FieldOutput>>>(new ShopAnswer<IReadOnlyList<FieldOutput>>.Given([], null));
        var guest = _guests.AskAsync(order, ct);
        await Task.WhenAll(transactions, details, guest);
        return (await transactions, await details, await guest) switch
        {
            (ShopAnswer<IReadOnlyList<TransactionOutput>>.Given paid, ShopAnswer<IReadOnlyList<FieldOutput>>.Given left, ShopAnswer<bool>.Given who) =>
                Map(new WholeOrder(order, paid.Value, left.Value, who.Value), pair),
            (ShopAnswer<IReadOnlyList<TransactionOutput>>.Failed failed, _, _) => await BrokenAsync(failed.Outcome, failed.ServerFault, ct),
            (_, ShopAnswer<IReadOnlyList<FieldOutput>>.Failed failed, _) => await BrokenAsync(failed.Outcome, failed.ServerFault, ct),
            (_, _, ShopAnswer<bool>.Failed failed) => await BrokenAsync(failed.Outcome, failed.ServerFault, ct),
            // Deleted between the calls: the next look finds it gone.
            _ => new ReadOutcome<Order>.NotReady("The order changed while it was read.", Ignore: false),
        };
    }

    private ReadOutcome<Order> Map(WholeOrder whole, PairDefinition pair)
    {
        try
        {
            return new ReadOutcome<Order>.Found(CanonicalOrder.Of(whole.ToShop(pair), pair, settings));
        }
        catch (MappingFault fault)
        {
            return Unreadable(fault.Field, fault.Message);
        }
    }

    // One broken order must not pause the whole shop again and again: when the shop answers otherwise, the fault is the order's.
    private async Task<ReadOutcome<Order>> BrokenAsync(WriteOutcome outcome, bool serverFault, CancellationToken ct)
    {
        if (serverFault && await shop.PageAsync<OrderRow>("orders", "", 1, 1, ct) is ShopAnswer<IReadOnlyList<OrderRow>>.Given)
            return Unreadable("", "The shop answers with an internal error (status 500) for this order, and well for others. Open it in the shop's admin area.");
        return outcome is WriteOutcome.Rejected rejected ? new ReadOutcome<Order>.Unreadable(rejected.Reasons) : new ReadOutcome<Order>.Failed(outcome);
    }

    private static ReadOutcome<Order>.Unreadable Unreadable(string field, string message) => new([new Reason(field, message)]);
}
