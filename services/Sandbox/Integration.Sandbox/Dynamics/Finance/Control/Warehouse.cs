using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Orders;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people in the warehouse: posts packing slips, corrects them, and receives what comes back.</summary>
internal sealed class Warehouse(Books books, FinanceSettings settings)
{
    /// <summary>Posts a packing slip per parcel and tells their numbers.</summary>
    public Task<JsonObject> ShipAsync(ShipRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var order = Find(save, request);
            if (order.Is("IsSalesProcessingStopped"))
            {
                throw FinanceFault.Plain(400, $"The processing of sales order {request.OrderNbr} is stopped.");
            }

            var shipped = new JsonArray();
            foreach (var parcel in request.Parcels.Count > 0 ? request.Parcels : OnePerWarehouse(save, order))
            {
                var (slip, tracking) = Post(save, order, parcel);
                shipped.Add(new JsonObject { ["shipmentNbr"] = slip, ["trackingNbr"] = tracking });
            }

            OrderProgress.Advance(save, order);
            return new JsonObject { ["orderNbr"] = request.OrderNbr, ["status"] = save.Edit(order).Text("SalesOrderProcessingStatus"), ["shipments"] = shipped };
        },
        cancellationToken);

    /// <summary>Gives a packing slip another tracking number, or cancels it.</summary>
    public Task<JsonObject> CorrectAsync(ShipmentCorrection correction, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var slip = save.By(Tables.PackingSlips, correction.Company, "ShipmentPackingSlipNumber", correction.ShipmentNbr).FirstOrDefault(row => row.Is("IsActive"))
                ?? throw FinanceFault.Plain(404, $"There is no packing slip {correction.ShipmentNbr}.");
            var order = Find(save, new OrderReference { OrderNbr = slip.Text("_SalesOrderNumber"), Company = correction.Company });
            if (correction.Delete)
            {
                Cancel(save, order, slip);
            }
            else if (correction.TrackingNbr is { } tracking)
            {
                PackingSlips.Track(save, slip, tracking);
            }

            return new JsonObject { ["shipmentNbr"] = correction.ShipmentNbr, ["status"] = correction.Delete ? "deleted" : "Posted" };
        },
        cancellationToken);

    /// <summary>Receives the negative lines of an order and posts the credit note.</summary>
    public Task<JsonObject> ReturnAsync(ReturnRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var order = Find(save, request);
            var back = SalesOrderForm.Lines(save, order).Where(line => SalesLine.Open(line) < 0).ToList();
            if (back.Count == 0)
            {
                throw FinanceFault.Plain(400, $"Nothing of sales order {request.OrderNbr} is to come back.");
            }

            var slip = PackingSlips.Post(save, order, back.ConvertAll(line => (line, SalesLine.Open(line))), "", settings, moves: request.Restock);
            OrderProgress.Advance(save, order);
            var state = new JsonObject { ["orderNbr"] = request.OrderNbr, ["receiptNbr"] = slip.Text("ShipmentPackingSlipNumber") };
            if (request.Credit)
            {
                state["invoices"] = new JsonArray(Invoicing.Post(save, order).Text("InvoiceNumber"));
            }

            return state;
        },
        cancellationToken);

    /// <summary>The order that is meant.</summary>
    public static Row Find(Save save, OrderReference reference) =>
        save.Find(Tables.SalesOrders, reference.Company, reference.OrderNbr) ?? throw FinanceFault.Plain(404, $"There is no sales order {reference.OrderNbr}.");

    private (string Slip, string Tracking) Post(Save save, Row order, Parcel parcel)
    {
        var open = SalesOrderForm.Lines(save, order)
            .Where(line => SalesLine.Open(line) > 0 && (parcel.WarehouseId is null || line.Is(SalesLine.Service) || line.Text("ShippingWarehouseId").Equals(parcel.WarehouseId, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        List<(Row Line, decimal Quantity)> taken = parcel.Lines.Count == 0 ? open.ConvertAll(line => (line, SalesLine.Open(line))) : Named(open, parcel);
        if (!settings.NegativeStock)
        {
            taken = taken.ConvertAll(each => (each.Line, Math.Min(each.Quantity, There(save, each.Line))));
        }

        taken.RemoveAll(each => each.Quantity <= 0);
        if (taken.Count == 0)
        {
            throw FinanceFault.Plain(400, $"There is nothing to deliver of sales order {order.Text("SalesOrderNumber")}.");
        }

        var tracking = parcel.TrackingNbr ?? save.Next("Tracking", order.Company, "1Z999AA1{0:000000}");
        var slip = PackingSlips.Post(save, order, taken, parcel.Carrier ?? "", settings, moves: true);
        PackingSlips.Track(save, slip, tracking);
        return (slip.Text("ShipmentPackingSlipNumber"), tracking);
    }

    // Services go along with the first parcel: they lie in no warehouse.
    private static List<(Row Line, decimal Quantity)> Named(List<Row> open, Parcel parcel)
    {
        List<(Row, decimal)> taken = [.. open.Where(line => line.Is(SalesLine.Service) && !parcel.Lines.Any(wish => IsOf(line, wish))).Select(line => (line, SalesLine.Open(line)))];
        foreach (var wish in parcel.Lines)
        {
            var left = wish.Qty;
            foreach (var line in open.Where(line => IsOf(line, wish)))
            {
                var quantity = Math.Min(left, SalesLine.Open(line) - taken.Where(each => each.Item1 == line).Sum(each => each.Item2));
                taken.Add((line, quantity));
                left -= quantity;
            }

            if (left > 0)
            {
                throw FinanceFault.Plain(400, $"Less of item {wish.InventoryId} is open than the parcel holds.");
            }
        }

        return taken;
    }

    private static bool IsOf(Row line, ParcelLine wish) => line.Text("ItemNumber").Equals(wish.InventoryId, StringComparison.OrdinalIgnoreCase);

    private static decimal There(Save save, Row line) => line.Is(SalesLine.Service) ? decimal.MaxValue : decimal.Floor(Math.Max(0m,
        StockLedger.Row(save, line.Company, line.Text("ItemNumber"), line.Text("ShippingSiteId"), line.Text("ShippingWarehouseId")).Number(StockLedger.OnHand)) / line.Number(SalesLine.Factor));

    private static List<Parcel> OnePerWarehouse(Save save, Row order)
    {
        var warehouses = SalesOrderForm.Lines(save, order).Where(line => SalesLine.Open(line) > 0 && !line.Is(SalesLine.Service))
            .Select(line => line.Text("ShippingWarehouseId")).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return warehouses.Count == 0 ? [new Parcel()] : warehouses.ConvertAll(warehouse => new Parcel { WarehouseId = warehouse });
    }

    private void Cancel(Save save, Row order, Row slip)
    {
        var lines = SalesOrderForm.Lines(save, order).ToDictionary(line => line.Text("InventoryLotId"));
        if (order.Text("SalesOrderProcessingStatus") is "Invoiced" or "PartiallyInvoiced" or "DeliveredPartiallyInvoiced")
        {
            throw FinanceFault.Plain(400, $"Packing slip {slip.Text("ShipmentPackingSlipNumber")} is invoiced and cannot be canceled.");
        }

        foreach (var shipped in save.By(Tables.PackingSlipLines, slip.Company, "ShipmentPackingSlipVersionNumber", slip.Text("ShipmentPackingSlipVersionNumber")))
        {
            var line = save.Edit(lines[shipped.Text("InventoryLotId")]);
            var quantity = shipped.Number("ShippedQuantity");
            line.Set(SalesLine.Delivered, line.Number(SalesLine.Delivered) - quantity).Set("SalesOrderLineStatus", "Backorder");
            PackingSlips.Move(save, line, -quantity);
            SalesLineForm.Reserve(save, line);
            save.Delete(shipped);
        }

        PackingSlips.Remove(save, slip);
        OrderProgress.Advance(save, order);
        OrderProgress.Count(save, order, settings);
    }
}
