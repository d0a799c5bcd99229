using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Stock;

namespace Integration.XCart.Api54.Stock;

/// <summary>What orders take, by the default schema alone: one call.</summary>
internal sealed class OrderSales(RestApi shop) : ISales
{
    public async Task<ReadOutcome<Sale>> ReadAsync(string orderId, CancellationToken ct) =>
        (ShopPath.Of("order", orderId) is { } path ? await shop.ReadAsync<StoredOrder>(path, Schema.Default, ct) : new ShopAnswer<StoredOrder>.Absent()) switch
        {
            ShopAnswer<StoredOrder>.Given given => ShopSale.Of(
                given.Value.Number, given.Value.PaymentStatus?.Code, given.Value.StockStatus, given.Value.Items.Select(item => (item.Sku, item.Amount))),
            ShopAnswer<StoredOrder>.Failed failed => ShopSale.Failed(failed.Outcome),
            _ => new ReadOutcome<Sale>.NotFound(),
        };
}
