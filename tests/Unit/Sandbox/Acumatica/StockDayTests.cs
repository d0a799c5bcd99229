using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class StockDayTests
{
    private static readonly string[] Figures = ["SOPrepared", "SOBooked", "SOBackOrdered", "SOAllocated", "SOShipped"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_day_the_figures_are_those_of_the_documents(int seed)
    {
        await using var erp = await Erp.StartAsync(settings => settings.NegativeStock = seed != 2);
        if (seed == 2)
        {
            await erp.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["onHand"] = 9 }) });
        }

        var start = (await RecordAsync(erp)).Amount("OnHand");
        var dice = (uint)seed * 7919;
        int Roll(int sides)
        {
            dice ^= dice << 13;
            dice ^= dice >> 17;
            dice ^= dice << 5;
            return (int)(dice % (uint)sides);
        }

        var orders = new List<JsonNode>();
        for (var step = 0; step < 250; step++)
        {
            if (orders.Count < 3 || Roll(9) == 0)
            {
                orders.Add(await erp.OrderAsync(Web.Order(("Hold", Roll(3) == 0), ("Details", new[] { Web.Line("MUG-01", 1 + Roll(4), 9m), Web.Line("MUG-02", 1m, 9m) }))));
                continue;
            }

            await StepAsync(erp, orders[^(1 + Roll(3))], Roll(12), 1 + Roll(3));
        }

        var record = await RecordAsync(erp);
        foreach (var figure in Figures)
        {
            var documents = record["Results"]!.AsArray().Where(row => row!.Value("AllocationType").Replace(" ", "", StringComparison.Ordinal) == figure).Sum(row => row!.Amount("Qty"));
            Assert.Equal((figure, documents), (figure, record[figure]!["value"]?.GetValue<decimal>() ?? 0m));
        }

        var posted = (await erp.GetAsync("Shipment?$expand=Details,Orders")).List.Where(shipment => shipment!["Orders"]!.AsArray().All(order => order!.Value("InventoryRefNbr").Length > 0))
            .SelectMany(shipment => shipment!["Details"]!.AsArray()).Where(line => line!.Value("InventoryID") == "MUG-01").Sum(line => line!.Amount("ShippedQty"));
        Assert.Equal(start - posted, record.Amount("OnHand"));
        Assert.True(posted > 0);
    }

    // What the order's status does not allow is refused, and that is part of the day.
    private static async Task StepAsync(Erp erp, JsonNode order, int step, int quantity)
    {
        var number = order.Value("OrderNbr");
        var shipment = ((await erp.ReadAsync(order, "Shipments"))["Shipments"] as JsonArray)?.LastOrDefault()?.Value("ShipmentNbr") ?? "";
        await (step switch
        {
            0 => erp.ControlAsync("edit", new() { ["orderNbr"] = number, ["hold"] = false }),
            1 or 2 or 3 => erp.ControlAsync("ship", new()
            {
                ["orderNbr"] = number, ["parcels"] = new JsonArray(new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["qty"] = 1 }) }),
            }),
            4 => erp.ControlAsync("edit", new() { ["orderNbr"] = number, ["lines"] = new JsonArray(new JsonObject { ["lineNbr"] = 1, ["qty"] = quantity }) }),
            5 => erp.ControlAsync("cancel", new() { ["orderNbr"] = number }),
            6 or 7 => erp.ControlAsync("invoice", new() { ["orderNbr"] = number }),
            8 => erp.ActAsync("SalesOrder", "SalesOrderCreateShipment", Web.Keys(order)),
            9 or 10 => erp.ActAsync("Shipment", quantity == 1 ? "CorrectShipment" : "ConfirmShipment", Web.Record(("ShipmentNbr", shipment))),
            _ => erp.SendAsync(HttpMethod.Delete, $"{Erp.Endpoint}/SalesOrder/WO/{number}"),
        });
    }

    private static async Task<JsonNode> RecordAsync(Erp erp) =>
        (await erp.PutAsync("InventoryAllocationInquiry?$expand=Results", Web.Record(("InventoryID", "MUG-01"), ("WarehouseID", "MAIN")))).Json;
}
