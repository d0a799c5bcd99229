using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>Template items (IN203000): what matrix items have in common. They are on no document and have no stock.</summary>
internal sealed class TemplateScreen() : Screen("TemplateItems", "Template Item")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "TemplateItems.Matrix", "TemplateItems.LastModified", "TemplateItems.LastModifiedDateTime" };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("ItemStatus", "Active").Set("IsStockItem", true).Set("ItemClass", "WEB");

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        ItemCodes.CheckId(save, row, isNew);
        ItemCodes.Check(save, row);
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (save.All("StockItem").Concat(save.All("NonStockItem")).Any(item => item.Text("TemplateItemID") == row.Text("InventoryID")))
        {
            throw Calls.ErpFault.Exception($"Error: The {row.Text("InventoryID")} template item cannot be deleted because it has matrix items.");
        }

        base.Delete(save, row);
    }

    /// <inheritdoc/>
    public override Row Show(Tenant tenant, Row row, View view)
    {
        if (!view.Opens("Matrix"))
        {
            return row;
        }

        var shown = row.Clone();
        foreach (var item in tenant.All("StockItem").Concat(tenant.All("NonStockItem")).Where(item => item.Text("TemplateItemID") == row.Text("InventoryID")))
        {
            shown.Add("Matrix").Set("InventoryID", item.Text("InventoryID")).Set("Description", item.Text("Description")).Set("DefaultPrice", item.Number("DefaultPrice"))
                .Set("MSRP", item.Number("MSRP")).Set("ItemStatus", item.Text("ItemStatus")).Set("ExportToExternal", item.Flag("ExportToExternal"));
        }

        return shown;
    }
}
