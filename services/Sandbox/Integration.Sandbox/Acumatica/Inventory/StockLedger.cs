using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>
/// Keeps the stock of every item and warehouse in step with the documents: a save posts the difference that its
/// documents make, and only rows whose figures really move get a new stamp. The item's own stamp stays as it is.
/// </summary>
internal static class StockLedger
{
    /// <summary>Posts what the staged documents change.</summary>
    public static void Post(Save save, IReadOnlyList<Committed> staged)
    {
        var moves = new Dictionary<(string Item, string Warehouse, string Figure), decimal>();
        foreach (var change in staged.Where(change => StockEffects.Documents.Contains(change.Entity)))
        {
            Collect(change.After, 1);
            Collect(change.Before, -1);
        }

        foreach (var ((item, warehouse, figure), quantity) in moves.Where(move => move.Value != 0))
        {
            Move(save, item, warehouse, figure, quantity);
        }

        void Collect(Row? document, int sign)
        {
            foreach (var effect in document is null ? [] : StockEffects.Of(document, id => save.Find("StockItem", id)))
            {
                var key = (effect.InventoryId, effect.WarehouseId, effect.Figure);
                moves[key] = moves.GetValueOrDefault(key) + (sign * effect.Quantity);
            }
        }
    }

    /// <summary>Moves one figure, and returns the row.</summary>
    public static Row Move(Save save, string item, string warehouse, string figure, decimal quantity)
    {
        var row = Status(save, item, warehouse);
        return row.Set(figure, row.Number(figure) + quantity);
    }

    /// <summary>The row of an item in a warehouse, to be changed; begun at zero when there is none.</summary>
    public static Row Status(Save save, string item, string warehouse) => save.Find(InternalTables.StockStatus, item, warehouse) is { } kept
        ? save.Edit(kept) : save.Insert(save.New(InternalTables.StockStatus).Set("InventoryID", item).Set("WarehouseID", warehouse));
}
