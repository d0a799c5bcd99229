using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Probing;

/// <summary>Whether a real order has the shape that the reader expects, and in which currency the shop sells.</summary>
internal sealed class ShapeCheck(PlatformApi shop)
{
    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(IReadOnlyList<OrderOutput> newest, CancellationToken ct)
    {
        if (newest.FirstOrDefault(order => !string.IsNullOrEmpty(order.Number)) is not { } order)
            return [new ProbeFinding("orders", ProbeLevel.NotChecked, "The shop has no order yet, so that neither shape nor currency could be checked.", "Place a test order and run the doctor again.")];
        if (await shop.AllAsync<TransactionOutput>($"orders/{order.Id}/payment_transactions", ct) is not ShopAnswer<IReadOnlyList<TransactionOutput>>.Given)
            return [new ProbeFinding("orders", ProbeLevel.Warning, $"The payment transactions of the newest order (number {order.Number}) cannot be read.", "Open it in the shop's admin area; if others are well, it will go to the attention list.")];
        return string.IsNullOrEmpty(order.Currency) || order.Items.Count == 0 || (order.Billing ?? order.Shipping) is null
            ? [new ProbeFinding("orders", ProbeLevel.Warning, $"The newest order (number {order.Number}) lacks currency, lines or addresses.", "Open it in the shop's admin area.")]
            :
            [
                new ProbeFinding("orders", ProbeLevel.Ok, $"The newest order (number {order.Number}) has the expected shape."),
                new ProbeFinding("currency", ProbeLevel.Ok, $"The newest order is in {order.Currency}."),
            ];
    }
}
