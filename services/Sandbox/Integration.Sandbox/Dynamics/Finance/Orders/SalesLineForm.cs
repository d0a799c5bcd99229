using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Lines of sales orders.</summary>
internal sealed class SalesLineForm : IForm
{
    private static readonly string[] AddressParts = ["Name", "Street", "City", "StateId", "ZipCode", "CountryRegionId", "CountryRegionISOCode"];

    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "SalesOrderLineStatus", "FormattedDelveryAddress", "LineCreationSequenceNumber", "SalesOrderLineCreationMethod" };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", "InventoryLotId", "SalesOrderNumber", "ItemNumber", "CurrencyCode" };

    public void Create(Entry entry)
    {
        var (save, row) = (entry.Save, entry.Row);
        entry.Required("SalesOrderNumber", "Sales order");
        var order = entry.Related("SalesOrderNumber", "Sales order", Tables.SalesOrders, "Sales orders")!;
        SalesOrderForm.CheckOpen(entry, order);
        entry.Required("ItemNumber", "Item number");
        var item = entry.Related("ItemNumber", "Item number", Tables.Products, "Released products")!;
        CheckSold(entry, item);
        var lines = SalesOrderForm.Lines(save, order);
        row.Set("SalesOrderNumber", order.Text("SalesOrderNumber")).Set("ItemNumber", item.Text("ItemNumber"))
            .Default("OrderedSalesQuantity", entry.Sent.ContainsKey("OrderedSalesQuantity") ? 0m : 1m).Default("SalesUnitSymbol", item.Text("SalesUnitSymbol"))
            .Default("LineDescription", item.Text("_Name")).Default("SalesTaxGroupCode", order.Text("SalesTaxGroupCode")).Default("SalesTaxItemGroupCode", item.Text("SalesSalesTaxItemGroupCode"))
            .Default("RequestedShippingDate", order.Instant("RequestedShippingDate")).Default("RequestedReceiptDate", order.Instant("RequestedReceiptDate"))
            .Default("DeliveryModeCode", order.Text("DeliveryModeCode")).Default("InventoryReservationMethod", order.Text("InventoryReservationMethod"))
            .Default("LineNumber", lines.Count == 0 ? 1m : Math.Floor(lines.Max(line => line.Number("LineNumber"))) + 1)
            .Default("LineCreationSequenceNumber", lines.Count == 0 ? 1m : lines.Max(line => line.Number("LineCreationSequenceNumber")) + 1)
            .Set(SalesLine.Service, item.Text("ProductType") == "Service");
        if (entry.Sends("CurrencyCode") && row.Text("CurrencyCode") != order.Text("CurrencyCode"))
        {
            throw entry.Refuse($"The currency {row.Text("CurrencyCode")} is not that of the sales order.");
        }

        row.Set("CurrencyCode", order.Text("CurrencyCode"));
        TakePlace(entry, order);
        Deliver(row, order);
        if (entry.Sends("InventoryLotId"))
        {
            throw entry.Refuse($"Lot ID {row.Text("InventoryLotId")} cannot be used: the number sequence does not allow manual numbers.");
        }

        row.Set("InventoryLotId", save.Next("InventoryLotId", row.Company, "{0:000000}"));
        if (!entry.Sent.ContainsKey("SalesPrice"))
        {
            row.Set("SalesPrice", Prices.Of(save, order, item, row));
        }

        Check(entry, item);
        row.Set("SalesOrderLineStatus", "Backorder");
        save.Insert(row);
        OrderProgress.Count(save, order, entry.Settings);
    }

    public void Update(Entry entry)
    {
        var row = entry.Row;
        var order = Open(entry);
        if (Math.Abs(row.Number("OrderedSalesQuantity")) < Math.Abs(row.Number(SalesLine.Delivered)))
        {
            throw entry.Refuse($"The quantity cannot be less than the quantity {row.Number(SalesLine.Delivered).ToString("0.####", CultureInfo.InvariantCulture)} that has been delivered.");
        }

        Storage.Check(entry, "ShippingSiteId", "ShippingWarehouseId");
        Check(entry, entry.Save.Find(Tables.Products, entry.Company, row.Text("ItemNumber"))!);
        OrderProgress.Count(entry.Save, order, entry.Settings);
    }

    public void Delete(Entry entry)
    {
        var order = Open(entry);
        if (entry.Row.Number(SalesLine.Delivered) != 0)
        {
            throw entry.Refuse($"The line with item {entry.Row.Text("ItemNumber")} cannot be deleted because packing slips have been posted.");
        }

        entry.Save.Delete(entry.Row);
        OrderProgress.Count(entry.Save, order, entry.Settings);
    }

    /// <summary>Reserves what is there for a line, as far as its method says so.</summary>
    public static void Reserve(Save save, Row line)
    {
        var wanted = Math.Max(0m, SalesLine.Open(line) * line.Number(SalesLine.Factor));
        var held = line.Number(SalesLine.Reserved);
        var there = StockLedger.Available(save, line.Company, line.Text("ItemNumber"), line.Text("ShippingSiteId"), line.Text("ShippingWarehouseId")) - StockEffects.Pending(save, line);
        var more = line.Text("InventoryReservationMethod") == "Automatic" ? Math.Max(0m, Math.Min(wanted - held, there)) : 0m;
        line.Set(SalesLine.Reserved, Math.Min(wanted, held + more));
    }

    private static Row Open(Entry entry)
    {
        var order = entry.Save.Find(Tables.SalesOrders, entry.Company, entry.Row.Text("SalesOrderNumber"))!;
        SalesOrderForm.CheckOpen(entry, order);
        if (entry.Row.Text("SalesOrderLineStatus") != "Backorder")
        {
            throw entry.Refuse($"The line with item {entry.Row.Text("ItemNumber")} cannot be changed because its status is {entry.Row.Text("SalesOrderLineStatus")}.");
        }

        return order;
    }

    private static void CheckSold(Entry entry, Row item)
    {
        if (item.Text("ProductLifecycleStateId") == "Obsolete")
        {
            throw entry.Refuse($"Item number {item.Text("ItemNumber")} is stopped for sales orders.");
        }
    }

    private static void TakePlace(Entry entry, Row order)
    {
        var row = entry.Row;
        if (!entry.Sends("ShippingWarehouseId") && (!entry.Sends("ShippingSiteId") || row.Text("ShippingSiteId") == order.Text("DefaultShippingSiteId")))
        {
            row.Set("ShippingWarehouseId", order.Text("DefaultShippingWarehouseId")).Default("ShippingSiteId", order.Text("DefaultShippingSiteId"));
        }

        Storage.Check(entry, "ShippingSiteId", "ShippingWarehouseId");
        if (row.Text("ShippingSiteId").Length == 0)
        {
            throw FinanceFault.Infolog(entry.Entity, "Warning: Inventory dimension Site is mandatory and must consequently be specified", "Error: Update has been canceled");
        }

        if (row.Text("ShippingWarehouseId").Length == 0)
        {
            row.Set("ShippingWarehouseId", entry.Save.By(Tables.Warehouses, entry.Company, "OperationalSiteId", row.Text("ShippingSiteId")) is [var first, ..]
                ? first.Text("WarehouseId") : throw entry.Refuse($"Site {row.Text("ShippingSiteId")} has no warehouse."));
        }
    }

    private static void Deliver(Row row, Row order)
    {
        if (row.Is("IsDeliveryAddressOrderSpecific"))
        {
            return;
        }

        foreach (var part in AddressParts)
        {
            row.Set($"DeliveryAddress{part}", order.Text($"DeliveryAddress{part}"));
        }
    }

    private static void Check(Entry entry, Row item)
    {
        var row = entry.Row;
        if (row.Number("OrderedSalesQuantity") == 0)
        {
            throw entry.Refuse("Field 'Quantity' must be filled in.");
        }

        entry.Code("SalesUnitSymbol", "Unit", "Units", Codes.Units);
        row.Set(SalesLine.Factor, Units.Factor(item, row.Text("SalesUnitSymbol")) ?? throw entry.Refuse(
            $"Unit conversion from {row.Text("SalesUnitSymbol")} to {item.Text("InventoryUnitSymbol")} for item {item.Text("ItemNumber")} does not exist."));
        entry.Code("SalesTaxGroupCode", "Sales tax group", "Sales tax groups", Codes.TaxGroups);
        entry.Code("SalesTaxItemGroupCode", "Item sales tax group", "Item sales tax groups", Codes.TaxItemGroups);
        entry.Related("DeliveryModeCode", "Mode of delivery", Tables.DeliveryModes, "Modes of delivery");
        Countries.Check(entry, "DeliveryAddress");
        row.Default("SalesPriceQuantity", 1m);
        row.Set("LineAmount", OrderProgress.Amount(row));
        Reserve(entry.Save, row);
    }
}
