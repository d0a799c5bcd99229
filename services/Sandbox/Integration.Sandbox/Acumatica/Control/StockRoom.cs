using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Inventory;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the people in the warehouses: counts, receives and moves goods.</summary>
internal sealed class StockRoom(Tenant tenant, ErpSettings settings)
{
    /// <summary>Adjusts quantities on hand.</summary>
    public Task<JsonObject> AdjustAsync(StockRequest request, CancellationToken cancellationToken) => SaveAsync(
        request,
        (save, line) =>
        {
            var quantity = line.OnHand is { } wanted ? wanted - StockLedger.Status(save, line.InventoryId, line.WarehouseId).Number(StockFigures.OnHand) : line.Qty;
            return [StockLedger.Move(save, line.InventoryId, line.WarehouseId, StockFigures.OnHand, quantity)];
        },
        cancellationToken);

    /// <summary>Receives goods, of a purchase order when it is named.</summary>
    public Task<JsonObject> ReceiveAsync(StockRequest request, CancellationToken cancellationToken) => SaveAsync(
        request,
        (save, line) =>
        {
            if (request.PurchaseOrder is { } number)
            {
                var order = save.All("PurchaseOrder").FirstOrDefault(order => order.Text("OrderNbr") == number) ?? throw ErpFault.NotFound($"There is no purchase order {number}.");
                Receive(save.Edit(order), line);
            }

            return [StockLedger.Move(save, line.InventoryId, line.WarehouseId, StockFigures.OnHand, line.Qty)];
        },
        cancellationToken);

    /// <summary>Moves goods from one warehouse to another in one step.</summary>
    public Task<JsonObject> TransferAsync(StockRequest request, CancellationToken cancellationToken) => SaveAsync(
        request,
        (save, line) =>
        [
            StockLedger.Move(save, line.InventoryId, line.WarehouseId, StockFigures.OnHand, -line.Qty),
            StockLedger.Move(save, line.InventoryId, Known(save, line.ToWarehouseId ?? ""), StockFigures.OnHand, line.Qty),
        ],
        cancellationToken);

    /// <summary>Makes stock items with stock.</summary>
    public Task<JsonObject> BulkAsync(BulkItems bulk, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            foreach (var number in Enumerable.Range(1, bulk.Count))
            {
                var sku = bulk.Prefix + number.ToString("000000", CultureInfo.InvariantCulture);
                if (save.Find("StockItem", sku) is null)
                {
                    SeedItems.Item(save, sku, $"Item {number}", bulk.Price);
                }

                foreach (var warehouse in bulk.Warehouses)
                {
                    StockLedger.Status(save, sku, Known(save, warehouse)).Set(StockFigures.OnHand, bulk.OnHand);
                }
            }

            return new JsonObject { ["items"] = bulk.Count };
        },
        cancellationToken);

    /// <summary>Every figure of every item and warehouse, or of one item.</summary>
    public JsonObject State(string? inventoryId) => new()
    {
        ["stock"] = new JsonArray([.. tenant.All(InternalTables.StockStatus, row => inventoryId is not { Length: > 0 }
            || row.Text("InventoryID").Equals(inventoryId, StringComparison.OrdinalIgnoreCase)).Select(Write)]),
    };

    private static string Known(Save save, string warehouse) =>
        save.Find("Warehouse", warehouse)?.Text("WarehouseID") ?? throw ErpFault.NotFound($"There is no warehouse {warehouse}.");

    private static void Receive(Row order, StockMove move)
    {
        var left = move.Qty;
        foreach (var line in order.Lines("Details").Where(line => line.Text("InventoryID").Equals(move.InventoryId, StringComparison.OrdinalIgnoreCase)))
        {
            var taken = Math.Min(left, line.Number("OrderQty") - line.Number("QtyOnReceipts"));
            line.Set("QtyOnReceipts", line.Number("QtyOnReceipts") + taken).Set("Completed", line.Number("QtyOnReceipts") == line.Number("OrderQty"));
            left -= taken;
        }

        if (order.Lines("Details").TrueForAll(line => line.Flag("Completed") || line.Flag("Cancelled")))
        {
            order.Set("Status", "Completed");
        }
    }

    private async Task<JsonObject> SaveAsync(StockRequest request, Func<Save, StockMove, IReadOnlyList<Row>> move, CancellationToken cancellationToken)
    {
        var touched = await tenant.SaveAsync(
            save =>
            {
                var rows = request.Lines.SelectMany(line =>
                {
                    var item = save.Find("StockItem", line.InventoryId) ?? throw ErpFault.NotFound($"There is no stock item {line.InventoryId}.");
                    return move(save, line with { InventoryId = item.Text("InventoryID"), WarehouseId = Known(save, line.WarehouseId) });
                }).Distinct().ToList();
                if (request.Silent)
                {
                    rows.ForEach(save.Quietly);
                }

                return rows;
            },
            cancellationToken);
        return new JsonObject { ["stock"] = new JsonArray([.. touched.Select(Write)]) };
    }

    private JsonObject Write(Row row)
    {
        var json = new JsonObject { ["inventoryID"] = row.Text("InventoryID"), ["warehouseID"] = row.Text("WarehouseID") };
        foreach (var figure in StockFigures.All)
        {
            json[char.ToLowerInvariant(figure[0]) + figure[1..]] = row.Number(figure);
        }

        json["available"] = StockFigures.Available(row, settings);
        json["availableForShipping"] = StockFigures.ForShipping(row);
        json["lastModified"] = row.Instant("LastModifiedDateTime") is { } stamp ? RowWriter.Instant(stamp) : null;
        return json;
    }
}
