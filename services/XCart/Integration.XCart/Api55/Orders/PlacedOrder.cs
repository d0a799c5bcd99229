using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Orders;

/// <summary>The look before every write to an order: the order as it is now, or why it cannot be written.</summary>
internal abstract record PlacedOrder
{
    private PlacedOrder()
    {
    }

    /// <summary>It may be written.</summary>
    public sealed record Ready(OrderOutput Order) : PlacedOrder
    {
        public RecordRef Ref => new(Entities.Order, $"{Order.Id}", Order.Number ?? "");
    }

    /// <summary>It may not, and nothing was written.</summary>
    public sealed record Not(WriteOutcome Outcome) : PlacedOrder;

    /// <summary>Reads it.</summary>
    public static async Task<PlacedOrder> ReadAsync(PlatformApi shop, string id, CancellationToken ct)
    {
        if (ShopId.Of(id) is not { } number) return Refused(ShopId.NoOrderId);
        return await shop.ReadAsync<OrderOutput>($"orders/{number}", ct) switch
        {
            ShopAnswer<OrderOutput>.Failed failed => new Not(failed.Outcome),
            ShopAnswer<OrderOutput>.Given { Value.Number: null or "" } => Refused("The shop shows a cart under this id, not an order."),
            ShopAnswer<OrderOutput>.Given given => new Ready(given.Value),
            _ => Refused("The shop has no such order; it was deleted."),
        };
    }

    private static Not Refused(string message) => new(new WriteOutcome.Rejected([new Reason("order", message)]));
}
