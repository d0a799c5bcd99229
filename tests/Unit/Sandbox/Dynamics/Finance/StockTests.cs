using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

public sealed class StockTests
{
    [Fact]
    public async Task A_new_order_reserves_nothing()
    {
        await using var environment = await Environment.StartAsync();

        await environment.OrderAsync(("MUG-01", 5, 10));

        var stock = await environment.StockAsync("MUG-01");
        Assert.Equal((2000m, 0m, 2000m, 5m), Figures(stock));
    }

    [Fact]
    public async Task An_order_that_reserves_by_itself_takes_what_is_there()
    {
        await using var environment = await Environment.StartAsync(settings => settings.Reservation = "Automatic");
        await environment.ControlAsync("stock/adjust", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "DESK-01", ["onHand"] = 7 }) });

        await environment.OrderAsync(("DESK-01", 5, 10));
        await environment.OrderAsync(("DESK-01", 5, 10));

        Assert.Equal((7m, 7m, 0m, 3m), Figures(await environment.StockAsync("DESK-01")));
    }

    [Fact]
    public async Task Delivery_takes_goods_and_reservation_away_and_cancelling_frees_the_rest()
    {
        await using var environment = await Environment.StartAsync(settings => settings.Reservation = "Automatic");
        var order = await environment.OrderAsync(("MUG-01", 5, 10));

        await ShipAsync(environment, order, ("MUG-01", 2));
        Assert.Equal((1998m, 3m, 1995m, 0m), Figures(await environment.StockAsync("MUG-01")));

        await environment.ControlAsync("cancel", new JsonObject { ["orderNbr"] = order });
        Assert.Equal((1998m, 0m, 1998m, 0m), Figures(await environment.StockAsync("MUG-01")));
    }

    [Fact]
    public async Task Stock_is_counted_in_the_units_of_the_inventory()
    {
        await using var environment = await Environment.StartAsync();
        var order = await environment.OrderAsync();
        await environment.MadeAsync("SalesOrderLinesV3", Environment.Line(order, "CABLE-USB-C", 2, 100, ("SalesUnitSymbol", "BOX")));

        Assert.Equal(20m, (await environment.StockAsync("CABLE-USB-C")).Number("OnOrderQuantity"));
        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });
        Assert.Equal((4980m, 0m, 4980m, 0m), Figures(await environment.StockAsync("CABLE-USB-C")));
    }

    [Fact]
    public async Task Sites_show_the_sum_of_their_warehouses()
    {
        await using var environment = await Environment.StartAsync();
        await environment.ControlAsync("stock/transfer", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["toWarehouseId"] = "RETURNS", ["qty"] = 30 }) });
        await environment.ControlAsync("stock/transfer", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["toWarehouseId"] = "EAST", ["qty"] = 20 }) });

        var sites = (await environment.GetAsync("InventorySitesOnHandV2?$filter=ItemNumber eq 'MUG-01'")).Rows;

        Assert.Equal([("1", 1980m), ("2", 20m)], sites.Select(site => (site.Text("InventorySiteId"), site.Number("OnHandQuantity"))));
        Assert.Equal((1950m, 30m), ((await environment.StockAsync("MUG-01")).Number("OnHandQuantity"), (await environment.StockAsync("MUG-01", "RETURNS")).Number("OnHandQuantity")));
        Assert.Null(sites[0]["@odata.etag"]);
    }

    [Fact]
    public async Task Without_negative_stock_only_what_is_there_is_delivered()
    {
        await using var environment = await Environment.StartAsync(settings => settings.NegativeStock = false);
        await environment.ControlAsync("stock/adjust", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "DESK-01", ["onHand"] = 2 }) });
        var order = await environment.OrderAsync(("DESK-01", 5, 10));

        await environment.ControlAsync("ship", new JsonObject { ["orderNbr"] = order });

        Assert.Equal("PartiallyDelivered", (await environment.ReadOrderAsync(order)).Text("SalesOrderProcessingStatus"));
        Assert.Equal((0m, 0m, 0m, 3m), Figures(await environment.StockAsync("DESK-01")));
    }

    [Fact]
    public async Task Received_goods_are_on_hand_and_services_never_are()
    {
        await using var environment = await Environment.StartAsync();
        await environment.OrderAsync(("SHIPPING", 1, 7.5m));

        var state = await environment.ControlAsync("stock/receive", new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "mug-01", ["qty"] = 5 }) });

        Assert.Equal(2005m, state["stock"]![0]!.Number("onHand"));
        Assert.Empty((await environment.GetAsync("WarehousesOnHandV2?$filter=ItemNumber eq 'SHIPPING'")).Rows);
    }

    private static Task<JsonNode> ShipAsync(Environment environment, string order, (string Item, decimal Quantity) line) => environment.ControlAsync("ship", new JsonObject
    {
        ["orderNbr"] = order,
        ["parcels"] = new JsonArray(new JsonObject { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = line.Item, ["qty"] = line.Quantity }) }),
    });

    private static (decimal OnHand, decimal Reserved, decimal Available, decimal OnOrder) Figures(JsonNode stock)
    {
        Assert.Equal(stock.Number("AvailableOnHandQuantity"), stock.Number("TotalAvailableQuantity"));
        return (stock.Number("OnHandQuantity"), stock.Number("ReservedOnHandQuantity"), stock.Number("AvailableOnHandQuantity"), stock.Number("OnOrderQuantity"));
    }
}
