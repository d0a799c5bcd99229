using Integration.Connectors.Ports;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Probing;

/// <summary>Whether a real order has the shape that the reader expects, and in which currency the shop sells.</summary>
internal sealed class ShapeCheck(RestApi shop)
{
    public async Task<IReadOnlyList<ProbeFinding>> RunAsync(IReadOnlyList<OrderRow> newest, CancellationToken ct)
    {
        if (newest.FirstOrDefault(row => !string.IsNullOrEmpty(row.Number)) is not { } row || ShopPath.Of("order", $"{row.Id}") is not { } path)
            return [new ProbeFinding("orders", ProbeLevel.NotChecked, "The shop has no order yet, so that neither shape nor currency could be checked.", "Place a test order and run the doctor again.")];

        var stored = await shop.ReadAsync<StoredOrder>(path, Schema.Default, ct);
        var shown = await shop.ReadAsync<ShownOrder>(path, Schema.Complex, ct);
        if (stored is not ShopAnswer<StoredOrder>.Given { Value: var order } || shown is not ShopAnswer<ShownOrder>.Given { Value: var view })
            return [new ProbeFinding("orders", ProbeLevel.Warning, $"The newest order (number {row.Number}) cannot be read in both schemas.", "Open it in the shop's admin area; if others are well, it will go to the attention list.")];

        return order.Currency is null || order.Items.Count == 0 || (view.Billing ?? view.Shipping) is null
            ? [new ProbeFinding("orders", ProbeLevel.Warning, $"The newest order (number {row.Number}) lacks currency, lines or addresses.", "Open it in the shop's admin area.")]
            :
            [
                new ProbeFinding("orders", ProbeLevel.Ok, $"The newest order (number {row.Number}) has the expected shape."),
                new ProbeFinding("currency", ProbeLevel.Ok, $"The newest order is in {order.Currency.Code}."),
            ];
    }
}
