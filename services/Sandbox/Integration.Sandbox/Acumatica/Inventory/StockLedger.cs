using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>
/// Keeps the stock of every item and warehouse in step with the documents: a save posts the difference that its
/// documents make, and only rows whose figures really move get a new stamp. The item's own stamp stays as it is.
/// </summary>
internal static class StockLedger
{
    /// <summary>Posts what the staged documents change.</summary>
    public static void Post(Save save, IReadOnlyList<Committed<Row>> staged)
    {
        var moves = new Dictionary<(string Item, string Warehouse, string Figure), decimal>();
        var items = staged.Where(change => change is { Row.Schema.Name: "StockItem", Before: not null }).ToDictionary(change => change.Before!.Text("InventoryID"), change => change.Before!);
        Row? Now(string id) => save.Find("StockItem", id);
        Row? Then(string id) => items.GetValueOrDefault(id) ?? Now(id);
        foreach (var change in staged.Where(change => StockEffects.Documents.Contains(change.Row.Schema.Name)))
        {
            Collect(change.After, 1, Now);
            Collect(change.Before, -1, Then);
        }

        if (staged.Any(HasOtherUnits))
        {
            // What is open in a unit that now means something else is promised anew.
            var changed = staged.Select(change => change.Row.Id).ToHashSet();
            foreach (var document in StockEffects.Documents.SelectMany(entity => save.All(entity)).Where(document => !changed.Contains(document.Id)))
            {
                Collect(document, 1, Now, isPosted: false);
                Collect(document, -1, Then, isPosted: false);
            }
        }

        foreach (var ((item, warehouse, figure), quantity) in moves.Where(move => move.Value != 0))
        {
            Move(save, item, warehouse, figure, quantity);
        }

        void Collect(Row? document, int sign, Func<string, Row?> item, bool isPosted = true)
        {
            foreach (var effect in document is null ? [] : StockEffects.Of(document, item).Where(effect => isPosted || effect.Figure != StockFigures.OnHand))
            {
                var key = (effect.InventoryId, effect.WarehouseId, effect.Figure);
                moves[key] = moves.GetValueOrDefault(key) + (sign * effect.Quantity);
            }
        }
    }

    private static bool HasOtherUnits(Committed<Row> change) => change is { Row.Schema.Name: "StockItem", Before: not null, After: not null }
        && !Conversions(change.Before).SequenceEqual(Conversions(change.After));

    private static IEnumerable<(string Unit, string Way, decimal Factor)> Conversions(Row item) =>
        item.Lines("UOMConversions").Select(row => (row.Text("FromUOM"), row.Text("MultiplyOrDivide"), row.Number("ConversionFactor")));

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
