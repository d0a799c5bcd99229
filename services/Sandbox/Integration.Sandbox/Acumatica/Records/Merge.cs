namespace Integration.Sandbox.Acumatica.Records;

/// <summary>
/// Lays a request over a record. A detail row is matched by its id, else by its key: the line number, or what makes
/// the row unique on its form; one that names neither is added, even when an equal one exists. Outputs (named "Entity.Field") are skipped without a word.
/// </summary>
internal static class Merge
{
    private static readonly Dictionary<string, string[]> Keys = new(StringComparer.Ordinal)
    {
        ["AttributeValue"] = ["AttributeID"],
        ["CategoryStockItem"] = ["CategoryID"],
        ["NonStockItemSalesCategory"] = ["CategoryID"],
        ["InventoryItemCrossReference"] = ["AlternateType", "AlternateID"],
        ["InventoryItemUOMConversion"] = ["FromUOM"],
        ["StockItemWarehouseDetail"] = ["WarehouseID"],
        ["PaymentOrderDetail"] = ["OrderType", "OrderNbr"],
        ["PaymentDetail"] = ["DocType", "ReferenceNbr"],
        ["InventoryFileUrls"] = ["FileURL"],
        ["SalesOrderPayment"] = ["DocType", "ReferenceNbr"],
        ["TaxDetail"] = ["TaxID"],
        ["CreditCardTransactionDetail"] = ["TranNbr"],
        ["ItemClassAtrribute"] = ["AttributeID"],
        ["AttributeDefinitionValue"] = ["ValueID"],
        ["KitStockComponent"] = ["StockInventoryID"],
        ["KitNonStockComponent"] = ["NonStockInventoryID"],
    };

    public static void Into(Row row, Change change, IReadOnlySet<string> outputs)
    {
        row.Note = change.Note ?? row.Note;
        foreach (var (name, value) in change.Values)
        {
            if (!outputs.Contains($"{row.Schema.Name}.{name}"))
            {
                row.Set(name, value);
            }
        }

        foreach (var (path, value) in change.Custom)
        {
            row.SetCustom(path, value);
        }

        foreach (var (name, inner) in change.Linked)
        {
            if (!outputs.Contains($"{row.Schema.Name}.{name}"))
            {
                Into(row.Link(name), inner, outputs);
            }
        }

        foreach (var (name, lines) in change.Details)
        {
            if (!outputs.Contains($"{row.Schema.Name}.{name}"))
            {
                lines.ForEach(line => Line(row, name, line, outputs));
            }
        }
    }

    private static void Line(Row row, string name, Change change, IReadOnlySet<string> outputs)
    {
        var lines = row.Lines(name);
        var line = lines.Find(kept => kept.Id == change.Id || (change.Id is null && IsNamed(kept, change)));
        if (change.Delete)
        {
            if (line is not null)
            {
                lines.Remove(line);
            }

            return;
        }

        line ??= row.Add(name);
        Into(line, change, outputs);
    }

    private static bool IsNamed(Row line, Change change) => Keys.TryGetValue(line.Schema.Name, out var keys)
        ? keys.All(key => change.Key(key).Length > 0 && change.Key(key).Equals(line.Key(key), StringComparison.OrdinalIgnoreCase))
        : change.Values.GetValueOrDefault("LineNbr") is long number && line.Schema.Find("LineNbr") is not null && line.Has("LineNbr") && line.Whole("LineNbr") == number;
}
