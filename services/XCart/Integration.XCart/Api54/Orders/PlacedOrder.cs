using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Orders;

/// <summary>The look before every write to an order: the order as it is now, or why it cannot be written.</summary>
internal abstract record PlacedOrder
{
    private PlacedOrder()
    {
    }

    /// <summary>It may be written.</summary>
    public sealed record Ready(ShopPath Path, StoredOrder Order) : PlacedOrder
    {
        public RecordRef Ref => new(Entities.Order, $"{Order.Id}", Order.Number ?? "");
    }

    /// <summary>It may not, and nothing was written.</summary>
    public sealed record Not(WriteOutcome Outcome) : PlacedOrder;

    /// <summary>Reads it.</summary>
    public static async Task<PlacedOrder> ReadAsync(RestApi shop, string id, CancellationToken ct)
    {
        if (ShopPath.Of("order", id) is not { } path) return Refused(ShopId.NoOrderId);
        return await shop.ReadAsync<StoredOrder>(path, Schema.Default, ct) switch
        {
            ShopAnswer<StoredOrder>.Failed failed => new Not(failed.Outcome),
            ShopAnswer<StoredOrder>.Given { Value.Number: null or "" } => Refused("The shop shows a cart under this id, not an order."),
            // The shop breaks with status 500 on every write to such an order.
            ShopAnswer<StoredOrder>.Given { Value.Profile: null } => Refused("The order belongs to no profile, so that the shop cannot save it. Give it a customer in the shop's admin area."),
            ShopAnswer<StoredOrder>.Given given => new Ready(path, given.Value),
            _ => Refused("The shop has no such order; it was deleted."),
        };
    }

    private static Not Refused(string message) => new(new WriteOutcome.Rejected([new Reason("order", message)]));
}
