using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>
/// Goods come back. X-Cart itself has a status for whole orders only; parts are noted as a line of the staff notes, the way that the integration reads.
/// </summary>
internal sealed class GoodsBack(ShopUnit shop, JsonObject order)
{
    private const string Line = "Return ";

    /// <summary>Notes a part, or sets the status of the whole order when no part is named.</summary>
    public void Take(AdminRequest request)
    {
        if (request.Lines.Count == 0 && !request.WithShipping)
        {
            OrderStatus.SetShipping(shop, order, "R");
            return;
        }

        foreach (var line in request.Lines.Where(line => !shop.Rows.Owned("orderitem", order.Text("order_id")).Any(item => item.Text("sku") == line.Sku)))
        {
            throw new CheckoutRefusedException($"The order has no line {line.Sku}.");
        }

        var parts = request.Lines.Select(line => $"{line.Sku} x {line.Quantity ?? 1}").Concat(request.WithShipping ? ["shipping"] : []);
        var reason = request.Reason is { Length: > 0 } given ? $"; reason {given}" : "";
        var notes = order.Text("adminNotes");
        var entry = $"{Line}{Noted(order) + 1}: {string.Join(", ", parts)}{reason}";
        order["adminNotes"] = notes.Length == 0 ? entry : $"{notes}\n{entry}";
        OrderHistory.Add(shop, order, "CHANGE NOTES ORDER", "Order staff notes changed");
    }

    /// <summary>How many parts the notes name.</summary>
    public static int Noted(JsonObject order) => order.Text("adminNotes").Split('\n').Count(line => line.StartsWith(Line, StringComparison.Ordinal));
}
