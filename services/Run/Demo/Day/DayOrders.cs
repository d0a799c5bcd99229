using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>What happens to the day's special orders after the ERP has them. Every step looks at what is there first.</summary>
internal sealed class DayOrders(DayLanes lanes, DemoShop shop, DemoSandbox erp, DemoConsole console)
{
    private const string AmendedSku = "MUG-02";
    private const int AmendedTo = 2;
    private const decimal PartOfRefund = 5;

    /// <summary>Whether the warehouse may ship it now.</summary>
    public static bool MayShip(DayView view, DemoOrder order) => order.Kind switch
    {
        DemoKind.Amended => IsAmended(view, order),
        DemoKind.CancelledInErp => false,
        DemoKind.PartlyCaptured => Captured(view, order) > 0,
        _ => true,
    };

    /// <summary>Takes every order one step further that can be.</summary>
    public async Task StepAsync(DayView view, CancellationToken ct)
    {
        foreach (var order in view.Progress.Placed)
        {
            if (view.InShop(order) is not { } now || !view.InErp(order.Reference).Any()) continue;
            switch (order.Kind)
            {
                case DemoKind.Amended when now.Lines[AmendedSku] != AmendedTo:
                    await shop.ActAsync(order, "edit", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["sku"] = AmendedSku, ["quantity"] = AmendedTo }) }, ct);
                    break;
                case DemoKind.CancelledInErp when !now.IsCancelled:
                    await shop.CancelAsync(order, ct);
                    break;
                case DemoKind.CancelledInErp:
                    await CancelByHandAsync(view, order, ct);
                    break;
                case DemoKind.PartlyCaptured when Captured(view, order) == 0:
                    await shop.ActAsync(order, "capture", new JsonObject { ["amount"] = Math.Round(now.Total / 2, 2) }, ct);
                    break;
                case DemoKind.PartlyRefunded when now.IsShipped && Refunded(view, order) == 0:
                    await shop.ActAsync(order, "refund", new JsonObject { ["amount"] = PartOfRefund }, ct);
                    break;
                case DemoKind.Returned when lanes.Returns:
                    await ReturnAsync(view, order, now, ct);
                    break;
            }
        }
    }

    /// <summary>What the day still waits for; empty when all is done.</summary>
    public IReadOnlyList<string> Open(DayView view)
    {
        var open = new List<string>();
        foreach (var order in view.Of(DemoKind.Amended).Where(order => !IsAmended(view, order))) open.Add($"{order.Number}: the ERP's order is not as it was edited in the shop");
        foreach (var order in view.Of(DemoKind.CancelledInErp).Where(order => view.InErp(order.Reference).Any(one => !DemoErpOrder.IsCancelled(one))))
        {
            open.Add($"{order.Number}: cancelled in the shop and not in the ERP");
        }

        foreach (var order in view.Of(DemoKind.Returned).Where(order => lanes.Returns && Returns(view, order).All(one => !IsReceived(one)))) open.Add($"{order.Number}: its return is not in the ERP");
        return open;
    }

    /// <summary>The return orders of an order in the ERP: orders of types of their own, or a list of their own.</summary>
    public static IEnumerable<JsonObject> Returns(DayView view, DemoOrder order) => DayView.Rows(view.ErpState, "orders").Where(one => DayView.Text(one, "orderType") is "RC" or "RR" or "RM")
        .Concat(DayView.Rows(view.ErpState, "returns")).Where(one => DayView.Text(one, "externalRef").StartsWith($"{order.Reference}/", StringComparison.Ordinal));

    public static decimal Refunded(DayView view, DemoOrder order) => view.Payments(order.OrderId).Sum(payment => DayView.Number(payment, "refunded"));

    // An ERP that takes no cancellations over its API says so on the attention list; then its people cancel there, as the entry advises.
    private async Task CancelByHandAsync(DayView view, DemoOrder order, CancellationToken ct)
    {
        var open = view.InErp(order.Reference).Where(DemoErpOrder.IsOpen).ToList();
        if (open.Count == 0 || !(await console.RefusedCancellationsAsync(ct)).Contains(order.OrderId)) return;
        foreach (var one in open) await erp.PostAsync("_sandbox/cancel", DemoErpOrder.Reference(one), ct);
    }

    // Goods that are billed come back against their invoice; the warehouse receives them once the ERP expects them, and the shop gives the money back.
    private async Task ReturnAsync(DayView view, DemoOrder order, DemoShopOrder now, CancellationToken ct)
    {
        if (now.IsShipped && !now.IsReturned)
        {
            foreach (var sold in view.InErp(order.Reference).Where(sold => DemoErpOrder.IsDelivered(sold) && !IsBilled(view, order)))
            {
                await erp.PostAsync("_sandbox/invoice", DemoErpOrder.Reference(sold), ct);
            }

            if (IsBilled(view, order)) await shop.ActAsync(order, "take-back", null, ct);
        }

        foreach (var back in Returns(view, order).Where(back => !IsReceived(back)))
        {
            await erp.PostAsync("_sandbox/return", DemoErpOrder.Reference(back), ct);
        }

        if (Returns(view, order).Any(IsReceived) && Refunded(view, order) == 0) await shop.ActAsync(order, "refund", null, ct);
    }

    private static bool IsAmended(DayView view, DemoOrder order) => view.InShop(order) is { } now && now.Lines.GetValueOrDefault(AmendedSku) == AmendedTo
        && view.InErp(order.Reference).Any(one => DemoLines.AreEqual(now.Lines, view.Goods(one)));

    private static bool IsReceived(JsonObject back) => DayView.Text(back, "status") is "Completed" or "Invoiced" or "Closed";

    private static bool IsBilled(DayView view, DemoOrder order) => DayView.Rows(view.ErpState, "invoices").Any(invoice =>
        DayView.Text(invoice, "type") == "Invoice" && (DayView.Text(invoice, "externalRef") == order.Reference || DayView.Text(invoice, "customerOrder") == order.Reference));

    private static decimal Captured(DayView view, DemoOrder order) => view.Payments(order.OrderId).Sum(payment => DayView.Number(payment, "captured"));
}
