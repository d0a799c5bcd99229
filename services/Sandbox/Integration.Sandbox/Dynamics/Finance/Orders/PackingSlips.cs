using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Packing slips: what was delivered, in all the entity sets that show it.</summary>
internal static class PackingSlips
{
    /// <summary>Posts a packing slip.</summary>
    /// <param name="save">The save that it is a part of.</param>
    /// <param name="order">The order.</param>
    /// <param name="delivered">Its lines with the quantities, in their sales units.</param>
    /// <param name="carrier">Mode of delivery; empty for the order's.</param>
    /// <param name="settings">The environment's parameters.</param>
    /// <param name="moves">False: the goods do not come into stock.</param>
    /// <returns>The header of the packing slip.</returns>
    public static Row Post(Save save, Row order, IReadOnlyList<(Row Line, decimal Quantity)> delivered, string carrier, FinanceSettings settings, bool moves)
    {
        var number = save.Next("PackingSlip", order.Company, "PS-{0:000000}");
        var version = $"{number}-1";
        var warehouse = delivered.Select(each => each.Line).FirstOrDefault(line => !line.Is(SalesLine.Service))?.Text("ShippingWarehouseId") ?? delivered[0].Line.Text("ShippingWarehouseId");
        var mode = carrier.Length > 0 ? carrier : order.Text("DeliveryModeCode");
        var slip = save.Insert(save.New(Tables.PackingSlips, order.Company).Set("ShipmentPackingSlipVersionNumber", version)).Set("ShipmentPackingSlipNumber", number)
            .Set("DeliveryDate", save.Today).Set("DocumentDate", save.Today).Set("IsActive", true).Set("ShipFromWarehouseId", warehouse).Set("ShippingCarrierId", mode)
            .Set("ConsigneeAccountNumber", order.Text("OrderingCustomerAccountNumber")).Set("ConsigneeReference", order.Text("CustomersOrderReference"))
            .Set("ConsigneeName", order.Text("DeliveryAddressName")).Set("ReceiverName", order.Text("DeliveryAddressName")).Set("ReceiverStreet", order.Text("DeliveryAddressStreet"))
            .Set("ReceiverCity", order.Text("DeliveryAddressCity")).Set("ReceiverState", order.Text("DeliveryAddressStateId")).Set("ReceiverZipCode", order.Text("DeliveryAddressZipCode"))
            .Set("ReceiverCountryRegionId", order.Text("DeliveryAddressCountryRegionId")).Set("_SalesOrderNumber", order.Text("SalesOrderNumber"));
        foreach (var (shipped, quantity) in delivered)
        {
            var line = save.Edit(shipped);
            line.Set(SalesLine.Delivered, line.Number(SalesLine.Delivered) + quantity);
            line.Set(SalesLine.Reserved, Math.Max(0m, line.Number(SalesLine.Reserved) - Math.Max(0m, quantity * line.Number(SalesLine.Factor))));
            if (moves)
            {
                Move(save, line, quantity);
            }

            save.Insert(save.New(Tables.PackingSlipLines, order.Company).Set("InventoryLotId", line.Text("InventoryLotId")).Set("ShipmentPackingSlipVersionNumber", version))
                .Set("ItemNumber", line.Text("ItemNumber")).Set("ConsignerOrderNumber", order.Text("SalesOrderNumber")).Set("ConsignerLineNumber", line.Number("LineNumber"))
                .Set("ConsigneeReference", order.Text("CustomersOrderReference")).Set("OrderedUnitSymbol", line.Text("SalesUnitSymbol"))
                .Set("OrderedQuantity", line.Number("OrderedSalesQuantity")).Set("ShippedQuantity", quantity).Set("RemainingQuantity", SalesLine.Open(line));
        }

        var journal = save.New(Tables.PackingSlipJournal, order.Company);
        save.Insert(journal.Set("SourceDocumentHeader", journal.RecId)).Set("PackingSlipId", number).Set("InternalPackingSlipId", version).Set("SalesId", order.Text("SalesOrderNumber"))
            .Set("OrderAccount", order.Text("OrderingCustomerAccountNumber")).Set("InvoiceAccount", order.Text("InvoiceCustomerAccountNumber")).Set("CustomerRef", order.Text("CustomersOrderReference"))
            .Set("DeliveryDate", save.Today).Set("DocumentDate", save.Today).Set("CreatedOn", new DateTimeOffset(save.Now.Ticks - (save.Now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero))
            .Set("DlvMode", mode).Set("DeliveryName", order.Text("DeliveryAddressName")).Set("inventLocationId", warehouse).Set("SalesType", "Sales").Set("SysDataAreaId", order.Company)
            .Set("Qty", delivered.Where(each => !each.Line.Is(SalesLine.Service)).Sum(each => each.Quantity));
        OrderProgress.Count(save, order, settings);
        return slip;
    }

    /// <summary>Takes delivered goods out of the stock, or puts what comes back into it.</summary>
    public static void Move(Save save, Row line, decimal quantity)
    {
        if (!line.Is(SalesLine.Service))
        {
            StockLedger.Move(
                save, line.Company, line.Text("ItemNumber"), line.Text("ShippingSiteId"), line.Text("ShippingWarehouseId"), StockLedger.OnHand, -quantity * line.Number(SalesLine.Factor));
        }
    }

    /// <summary>Gives a packing slip a tracking number in place of those that it has; empty for none.</summary>
    public static void Track(Save save, Row slip, string tracking)
    {
        var number = slip.Text("ShipmentPackingSlipNumber");
        foreach (var known in save.By(Tables.Tracking, slip.Company, "PackingSlipNumber", number))
        {
            save.Delete(known);
        }

        if (tracking.Length > 0)
        {
            save.Insert(save.New(Tables.Tracking, slip.Company).Set("SalesOrderNumber", slip.Text("_SalesOrderNumber")).Set("PackingSlipNumber", number).Set("DeliveryDate", slip.Instant("DeliveryDate"))
                .Set("TrackingNumber", tracking)).Set("TrackingURL", $"https://tracking.example/{Uri.EscapeDataString(tracking)}");
        }
    }

    /// <summary>Takes a canceled packing slip away; its header stays, not active any more.</summary>
    public static void Remove(Save save, Row slip)
    {
        Track(save, slip, "");
        foreach (var journal in save.By(Tables.PackingSlipJournal, slip.Company, "PackingSlipId", slip.Text("ShipmentPackingSlipNumber")))
        {
            save.Delete(journal);
        }

        save.Edit(slip).Set("IsActive", false);
    }
}
