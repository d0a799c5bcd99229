using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class StockTests
{
    [Fact]
    public async Task Each_step_of_an_order_moves_its_own_figure()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Hold", true)));
        Assert.Equal((2000m, 2000m, 2m), await FiguresAsync(erp, "SOPrepared"));

        await erp.PutAsync("SalesOrder", With(Web.Keys(order), ("Hold", false)));
        Assert.Equal((2000m, 1998m, 2m), await FiguresAsync(erp, "SOBooked"));

        await erp.ActAsync("SalesOrder", "SalesOrderCreateShipment", Web.Keys(order));
        Assert.Equal((2000m, 1998m, 2m), await FiguresAsync(erp, "SOAllocated"));

        var number = (await erp.ReadAsync(order, "Shipments"))["Shipments"]![0]!.Value("ShipmentNbr");
        await erp.ActAsync("Shipment", "ConfirmShipment", Web.Record(("ShipmentNbr", number)));
        Assert.Equal((2000m, 1998m, 2m), await FiguresAsync(erp, "SOShipped"));

        await erp.ActAsync("Shipment", "UpdateIN", Web.Record(("ShipmentNbr", number)));
        Assert.Equal((1998m, 1998m, 0m), await FiguresAsync(erp, "SOShipped"));
    }

    [Fact]
    public async Task A_movement_stamps_the_warehouse_row_and_not_the_item()
    {
        await using var erp = await Erp.StartAsync();
        var item = (await erp.GetAsync("StockItem/MUG-01")).Json;
        var before = await RowAsync(erp, "MUG-01", "MAIN");

        var other = await RowAsync(erp, "MUG-02", "MAIN");
        await MoveAsync(erp, "adjust", ("inventoryId", "MUG-01"), ("qty", -3));

        var after = await RowAsync(erp, "MUG-01", "MAIN");
        Assert.Equal(1997m, after.Amount("QtyOnHand"));
        Assert.NotEqual(Stamp(before), Stamp(after));
        Assert.Equal(Stamp(other), Stamp(await RowAsync(erp, "MUG-02", "MAIN")));
        Assert.Equal(item.Value("LastModified"), (await erp.GetAsync("StockItem/MUG-01")).Json.Value("LastModified"));
    }

    [Fact]
    public async Task The_item_shows_what_is_on_hand_in_each_warehouse()
    {
        await using var erp = await Erp.StartAsync();
        await MoveAsync(erp, "transfer", ("inventoryId", "MUG-02"), ("toWarehouseId", "EAST"), ("qty", 40));

        var rows = (await erp.GetAsync("StockItem/MUG-02?$expand=WarehouseDetails")).Json["WarehouseDetails"]!.AsArray();

        Assert.Equal([("EAST", 40m), ("MAIN", 1960m)], rows.Select(row => (row!.Value("WarehouseID"), row!.Amount("QtyOnHand"))).Order());
    }

    [Fact]
    public async Task Available_over_all_warehouses_is_asked_by_stamp()
    {
        await using var erp = await Erp.StartAsync();
        var since = (await RowAsync(erp, "MUG-02", "MAIN"))["LastModifiedDateofWarehouseQty"]!["value"]!.GetValue<string>();
        await MoveAsync(erp, "receive", ("inventoryId", "MUG-02"), ("warehouseId", "EAST"), ("qty", 10));
        var later = DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture).AddTicks(1);

        var reply = await erp.PutAsync("InventoryQuantityAvailable?$expand=Results", Web.Record(("LastModifiedDateTime", later.ToString("o"))));

        var row = Assert.Single(reply.Json["Results"]!.AsArray())!;
        Assert.Equal(("MUG-02", 2010m), (row.Value("InventoryID"), row.Amount("QtyAvailable")));
    }

    [Fact]
    public async Task A_unit_of_six_takes_six_from_stock()
    {
        await using var erp = await Erp.StartAsync();
        await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("UOMConversions", new[]
        {
            Web.Record(("FromUOM", "BOX"), ("ToUOM", "EA"), ("MultiplyOrDivide", "Multiply"), ("ConversionFactor", 6m)),
        })));

        await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 2m, 50m, ("UOM", "BOX")) })));

        Assert.Equal((2000m, 1988m, 12m), await FiguresAsync(erp, "SOBooked"));
    }

    [Fact]
    public async Task A_unit_that_comes_to_mean_more_takes_more_until_the_order_is_gone()
    {
        await using var erp = await Erp.StartAsync();
        JsonObject Mug(decimal factor) => Web.Record(("InventoryID", "MUG-01"), ("UOMConversions", new[] { Web.Record(("FromUOM", "BOX"), ("ConversionFactor", factor)) }));
        await erp.PutAsync("StockItem", Mug(6m));
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 2m, 50m, ("UOM", "BOX")) })));

        await erp.PutAsync("StockItem", Mug(8m));
        Assert.Equal((2000m, 1984m, 16m), await FiguresAsync(erp, "SOBooked"));

        await erp.ActAsync("SalesOrder", "CancelSalesOrder", Web.Keys(order));
        Assert.Equal((2000m, 2000m, 0m), await FiguresAsync(erp, "SOBooked"));
    }

    [Fact]
    public async Task What_the_availability_rule_names_is_deducted()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OrderAsync(Web.Order(("Hold", true)));
        await erp.ControlAsync("settings", new() { ["availability"] = new JsonArray("SOPrepared", "SOBooked") });
        Assert.Equal((2000m, 1998m, 2m), await FiguresAsync(erp, "SOPrepared"));
    }

    [Fact]
    public async Task Without_negative_stock_a_shipment_takes_what_is_there_and_the_rest_is_back_ordered()
    {
        await using var erp = await Erp.StartAsync(settings => settings.NegativeStock = false);
        await MoveAsync(erp, "adjust", ("inventoryId", "MUG-01"), ("onHand", 1));
        var order = await erp.OrderAsync();

        await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") });

        var kept = await erp.ReadAsync(order, "Details");
        Assert.Equal(("Back Order", 1m), (kept.Value("Status"), kept["Details"]![0]!.Amount("OpenQty")));
        Assert.Equal((1m, -1m, 1m), await FiguresAsync(erp, "SOBackOrdered"));
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") })).Status);
    }

    [Fact]
    public async Task Lines_of_two_warehouses_leave_in_two_shipments()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync(Web.Order(("Details", new[] { Web.Line("MUG-01", 1m, 9m), Web.Line("MUG-02", 1m, 9m, ("WarehouseID", "EAST")) })));

        var shipped = (await erp.ControlAsync("ship", new() { ["orderNbr"] = order.Value("OrderNbr") })).Json;

        Assert.Equal(("Completed", 2), (shipped["status"]!.GetValue<string>(), shipped["shipments"]!.AsArray().Count));
        Assert.Equal(-1m, (await RowAsync(erp, "MUG-02", "EAST")).Amount("QtyAvailable"));
    }

    [Fact]
    public async Task A_silent_change_keeps_the_stamp()
    {
        await using var erp = await Erp.StartAsync();
        var before = await RowAsync(erp, "MUG-01", "MAIN");
        await erp.ControlAsync("stock/adjust", new() { ["silent"] = true, ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["onHand"] = 7 }) });
        var after = await RowAsync(erp, "MUG-01", "MAIN");
        Assert.Equal((Stamp(before), 7m), (Stamp(after), after.Amount("QtyOnHand")));
    }

    [Fact]
    public async Task Figures_outlive_a_restart()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OrderAsync();
        await erp.RestartAsync();
        Assert.Equal((2000m, 1998m, 2m), await FiguresAsync(erp, "SOBooked"));
    }

    [Fact]
    public async Task Many_items_are_made_at_once_and_paged_by_key()
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await erp.ControlAsync("stock/bulk", new() { ["count"] = 20_000, ["onHand"] = 5 })).Status);
        var stock = (await erp.SendAsync(HttpMethod.Get, "/_sandbox/stock?inventoryId=BULK-020000")).Json["stock"]!.AsArray();
        Assert.Equal(5m, Assert.Single(stock)!["available"]!.GetValue<decimal>());

        var page = (await erp.GetAsync("StockItem?$filter=InventoryID gt 'BULK-019990'&$top=5&$select=InventoryID,LastModified")).List;
        Assert.Equal("BULK-019995", page[^1]!.Value("InventoryID"));
    }

    private static async Task<(decimal OnHand, decimal Available, decimal Figure)> FiguresAsync(Erp erp, string figure)
    {
        var record = (await erp.PutAsync("InventoryAllocationInquiry?$expand=Results", Web.Record(("InventoryID", "MUG-01"), ("WarehouseID", "MAIN")))).Json;
        var documents = record["Results"]!.AsArray()
            .Where(row => row!.Value("AllocationType").Replace(" ", "", StringComparison.Ordinal) == figure).Sum(row => row!.Amount("Qty"));
        Assert.Equal(record[figure]!["value"]?.GetValue<decimal>() ?? 0m, documents);
        return (record.Amount("OnHand"), record.Amount("Available"), record.Amount(figure));
    }

    private static async Task<JsonNode> RowAsync(Erp erp, string sku, string warehouse)
    {
        var reply = await erp.PutAsync("StorageDetailsInquiry?$expand=StorageDetails", Web.Record(("WarehouseID", warehouse)));
        return reply.Json["StorageDetails"]!.AsArray().Single(row => row!.Value("InventoryID") == sku)!;
    }

    private static async Task MoveAsync(Erp erp, string kind, params (string Name, JsonNode Value)[] fields)
    {
        var line = new JsonObject([.. fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Value))]);
        var reply = await erp.ControlAsync($"stock/{kind}", new() { ["lines"] = new JsonArray(line) });
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
    }

    private static string Stamp(JsonNode row) => row.Value("LastModifiedDateofWarehouseQty");

    private static JsonObject With(JsonObject record, params (string Name, object? Value)[] fields)
    {
        foreach (var (name, value) in Web.Record(fields).ToList())
        {
            record[name] = value!.DeepClone();
        }

        return record;
    }
}
