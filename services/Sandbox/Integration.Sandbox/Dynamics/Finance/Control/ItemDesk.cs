using System.Text.Json.Nodes;
using Integration.Sandbox.Control;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Plays the people who keep items and prices.</summary>
internal sealed class ItemDesk(Books books)
{
    public Task<JsonObject> EditAsync(ItemRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            if (request.InventoryId.Length == 0)
            {
                throw FinanceFault.Plain(400, "The item number is missing.");
            }

            var item = save.Find(Tables.Products, request.Company, request.InventoryId) is { } found
                ? save.Edit(found) : SeedItems.Item(save, request.Company, request.InventoryId, request.Description ?? request.InventoryId, request.Price ?? 0m).Set("ProductType", request.Service ? "Service" : "Item");
            if (request.Description is { } name)
            {
                item.Set("ProductSearchName", name).Set("SearchName", name).Set("_Name", name);
            }

            item.Set("SalesPrice", request.Price ?? item.Number("SalesPrice")).Set("NetProductWeight", request.Weight ?? item.Number("NetProductWeight"))
                .Set("SalesSalesTaxItemGroupCode", request.TaxGroup ?? item.Text("SalesSalesTaxItemGroupCode"));
            if (request.Status is { } status)
            {
                item.Set("ProductLifecycleStateId", status == "Active" ? "Operational" : "Obsolete");
            }

            foreach (var price in request.Prices)
            {
                Set(save, item, price);
            }

            return State(item);
        },
        cancellationToken);

    /// <summary>All items of a legal entity at a glance.</summary>
    public JsonObject State(string company) => new() { ["items"] = new JsonArray([.. books.Of(Tables.Products, company).Sorted().Select(State)]) };

    private static void Set(Save save, Row item, ItemPrice price)
    {
        foreach (var same in save.By(Tables.Prices, item.Company, "ItemNumber", item.Text("ItemNumber")).Where(row =>
            row.Text("PriceCustomerGroupCode") == (price.PriceClass ?? "") && row.Text("PriceCurrencyCode") == price.Currency && row.Number("FromQuantity") == price.From))
        {
            save.Delete(same);
        }

        if (price.Price is { } amount)
        {
            SeedItems.Price(save, item.Company, item.Text("ItemNumber"), price.PriceClass, price.From, 0m, amount, price.Currency);
        }
    }

    private static JsonObject State(Row item) => new()
    {
        ["inventoryID"] = item.Text("ItemNumber"),
        ["kind"] = item.Text("ProductType"),
        ["description"] = item.Text("_Name"),
        ["price"] = item.Number("SalesPrice"),
        ["weight"] = item.Number("NetProductWeight"),
        ["status"] = item.Text("ProductLifecycleStateId") == "Obsolete" ? "Inactive" : "Active",
    };
}
