using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Items;

/// <summary>Item sales categories (IN204060): a tree; the ID is always numbered.</summary>
internal sealed class CategoryScreen() : Screen("ItemSalesCategory", "Item Sales Category")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "ItemSalesCategory.Path", "ItemSalesCategory.Members", "ItemSalesCategory.LastModifiedDateTime" };

    /// <inheritdoc/>
    public override void Number(Save save, Row row)
    {
        save.Next("ItemSalesCategory", "");
        row.Set("CategoryID", save.Numbers["ItemSalesCategory"]);
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!row.Has("Description"))
        {
            row.Fail("Description", "'Description' cannot be empty.");
        }

        row.Default("ParentCategoryID", 0);
        var parent = save.Find("ItemSalesCategory", row.Key("ParentCategoryID"));
        if (parent is null && row.Whole("ParentCategoryID") != 0)
        {
            Missing(row, "ParentCategoryID", "Parent Category", row.Key("ParentCategoryID"));
        }

        row.Set("Path", parent is null ? $"/{row.Text("Description")}" : $"{parent.Text("Path")}/{row.Text("Description")}");
    }

    /// <inheritdoc/>
    public override Row Show(Tenant tenant, Row row, View view)
    {
        if (!view.Opens("Members"))
        {
            return row;
        }

        var shown = row.Clone();
        foreach (var item in tenant.All("StockItem").Concat(tenant.All("NonStockItem")).Where(item => item.Lines("Categories").Exists(kept => kept.Whole("CategoryID") == row.Whole("CategoryID"))))
        {
            shown.Add("Members").Set("InventoryID", item.Text("InventoryID")).Set("Description", item.Text("Description"))
                .Set("ItemClass", item.Text("ItemClass")).Set("ItemStatus", item.Text("ItemStatus"));
        }

        return shown;
    }
}
