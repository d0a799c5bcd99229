using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Finance.Inventory;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people in the warehouses: counts, receives and moves goods.</summary>
internal sealed class StockRoom(Books books)
{
    private static readonly string[] Figures =
        ["OnHandQuantity", "ReservedOnHandQuantity", "AvailableOnHandQuantity", "OrderedQuantity", "OnOrderQuantity", "TotalAvailableQuantity"];

    /// <summary>Adjusts quantities on hand.</summary>
    public Task<JsonObject> AdjustAsync(StockRequest request, CancellationToken cancellationToken) => MoveAsync(
        request,
        (save, line, site) =>
        {
            var row = StockLedger.Row(save, request.Company, line.InventoryId, site, line.WarehouseId);
            Move(save, request, line.InventoryId, line.WarehouseId, line.OnHand is { } wanted ? wanted - row.Number(StockLedger.OnHand) : line.Qty);
        },
        cancellationToken);

    /// <summary>Receives goods.</summary>
    public Task<JsonObject> ReceiveAsync(StockRequest request, CancellationToken cancellationToken) =>
        MoveAsync(request, (save, line, _) => Move(save, request, line.InventoryId, line.WarehouseId, line.Qty), cancellationToken);

    /// <summary>Moves goods from one warehouse to another in one step.</summary>
    public Task<JsonObject> TransferAsync(StockRequest request, CancellationToken cancellationToken) => MoveAsync(
        request,
        (save, line, _) =>
        {
            Move(save, request, line.InventoryId, line.WarehouseId, -line.Qty);
            Move(save, request, line.InventoryId, line.ToWarehouseId ?? "", line.Qty);
        },
        cancellationToken);

    /// <summary>Makes items with stock as if they had long been there: no event tells of them.</summary>
    public Task<JsonObject> BulkAsync(BulkItems bulk, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            var sites = bulk.Warehouses.ToDictionary(warehouse => warehouse, warehouse => Site(save, bulk.Company, warehouse));
            foreach (var number in Enumerable.Range(1, bulk.Count))
            {
                var sku = bulk.Prefix + number.ToString("000000", CultureInfo.InvariantCulture);
                if (save.Find(Tables.Products, bulk.Company, sku) is null)
                {
                    SeedItems.Item(save, bulk.Company, sku, $"Item {number}", bulk.Price);
                }

                foreach (var (warehouse, site) in sites)
                {
                    var there = StockLedger.Row(save, bulk.Company, sku, site, warehouse).Number(StockLedger.OnHand);
                    StockLedger.Move(save, bulk.Company, sku, site, warehouse, StockLedger.OnHand, bulk.OnHand - there);
                }
            }

            foreach (var change in save.Changes.ToList())
            {
                save.Quietly(change.Row);
            }

            return new JsonObject { ["items"] = bulk.Count };
        },
        cancellationToken);

    /// <summary>Every figure of every item and warehouse, or of one item.</summary>
    public JsonObject State(string company, string? inventoryId)
    {
        var table = books.Of(Tables.OnHand, company);
        var rows = inventoryId is { Length: > 0 } ? table.Sorted(table.By("ItemNumber", inventoryId)) : table.Sorted();
        return new JsonObject { ["stock"] = new JsonArray([.. rows.Select(Write)]) };
    }

    private Task<JsonObject> MoveAsync(StockRequest request, Action<Save, StockMove, string> move, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            foreach (var line in request.Lines)
            {
                var item = save.Find(Tables.Products, request.Company, line.InventoryId) ?? throw FinanceFault.Plain(404, $"There is no item {line.InventoryId}.");
                move(save, line with { InventoryId = item.Text("ItemNumber") }, Site(save, request.Company, line.WarehouseId));
            }

            var touched = save.Changes.Where(change => change.Row.Table == Tables.OnHand).Select(change => change.Row).ToList();
            if (request.Silent)
            {
                touched.ForEach(save.Quietly);
            }

            return new JsonObject { ["stock"] = new JsonArray([.. touched.Select(Write)]) };
        },
        cancellationToken);

    private static void Move(Save save, StockRequest request, string item, string warehouse, decimal quantity) =>
        StockLedger.Move(save, request.Company, item, Site(save, request.Company, warehouse), warehouse, StockLedger.OnHand, quantity);

    private static string Site(Save save, string company, string warehouse) =>
        save.Find(Tables.Warehouses, company, warehouse)?.Text("OperationalSiteId") ?? throw FinanceFault.Plain(404, $"There is no warehouse {warehouse}.");

    private static JsonObject Write(Row row)
    {
        var json = new JsonObject { ["inventoryID"] = row.Text("ItemNumber"), ["siteID"] = row.Text("InventorySiteId"), ["warehouseID"] = row.Text("InventoryWarehouseId") };
        foreach (var figure in Figures)
        {
            json[char.ToLowerInvariant(figure[0]) + figure[1..^"Quantity".Length]] = row.Number(figure);
        }

        json["available"] = row.Number("AvailableOnHandQuantity");
        return json;
    }
}
