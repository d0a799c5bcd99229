using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>Kit specifications (IN209500): what a kit item consists of, by revision.</summary>
internal sealed class KitScreen() : Screen("KitSpecification", "Kit Specification")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "KitSpecification.IsNonStock", "KitSpecification.LastModifiedDateTime" };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Active", true);

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (ItemScreen.Find(save, row.Text("KitInventoryID")) is not { } kit || !kit.Flag("IsAKit"))
        {
            Missing(row, "KitInventoryID", "Kit Inventory ID", row.Text("KitInventoryID"));
            return;
        }

        if (!row.Has("RevisionID"))
        {
            row.Fail("RevisionID", "'Revision' cannot be empty.");
        }

        row.Set("IsNonStock", kit.Schema.Name == "NonStockItem").Default("Description", kit.Text("Description"));
        Components(save, row, "StockComponents", "StockItem", "StockInventoryID", "BaseUOM");
        Components(save, row, "NonStockComponents", "NonStockItem", "NonStockInventoryID", "BaseUnit");
    }

    private static void Components(Save save, Row kit, string collection, string entity, string field, string unit)
    {
        foreach (var component in kit.Lines(collection))
        {
            if (save.Find(entity, component.Text(field)) is not { } item || item.Text("InventoryID") == kit.Text("KitInventoryID"))
            {
                Missing(component, field, "Component ID", component.Text(field));
                continue;
            }

            component.Set(field, item.Text("InventoryID")).Default("UOM", item.Text(unit));
            if (component.Number("ComponentQty") <= 0)
            {
                component.Fail("ComponentQty", "The value must be greater than 0.");
            }
        }
    }
}
