using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Stock;

namespace Integration.XCart.Api55.Stock;

/// <summary>What orders take, by the order alone: one call.</summary>
internal sealed class OrderSales(PlatformApi shop) : ISales
{
    public async Task<ReadOutcome<Sale>> ReadAsync(string orderId, CancellationToken ct) =>
        (ShopId.Of(orderId) is { } id ? await shop.ReadAsync<OrderOutput>($"orders/{id}", ct) : new ShopAnswer<OrderOutput>.Absent()) switch
        {
            ShopAnswer<OrderOutput>.Given given => ShopSale.Of(
                given.Value.Number, given.Value.PaymentStatus?.Code, given.Value.StockStatus, given.Value.Items.Select(item => (item.Sku, item.Amount))),
            ShopAnswer<OrderOutput>.Failed failed => ShopSale.Failed(failed.Outcome),
            _ => new ReadOutcome<Sale>.NotFound(),
        };
}
