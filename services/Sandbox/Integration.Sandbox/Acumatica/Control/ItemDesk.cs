using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Items;
using Integration.Sandbox.Acumatica.Pricing;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Control;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the people who keep items and prices.</summary>
internal sealed class ItemDesk(Tenant tenant)
{
    private static readonly ItemRequest Unchanged = new();
    private static readonly string[] Kinds = ["StockItem", "NonStockItem", "TemplateItems"];

    public Task<JsonObject> EditAsync(ItemRequest request, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            if (request.InventoryId.Length == 0)
            {
                throw ErpFault.NotFound("The inventory ID is missing.");
            }

            var found = Kinds.Select(kind => save.Find(kind, request.InventoryId)).OfType<Row>().FirstOrDefault();
            var item = found is null ? Fresh(save, request) : Changes(request) ? save.Edit(found) : found;
            Apply(item, request);
            foreach (var (attribute, value) in request.Attributes)
            {
                SeedItems.Put(save, item, attribute, value);
            }

            foreach (var price in request.Prices)
            {
                Set(save, item, price);
            }

            return State(item);
        },
        cancellationToken);

    /// <summary>All items at a glance.</summary>
    public JsonObject State() => new() { ["items"] = new JsonArray([.. Kinds.SelectMany(kind => tenant.All(kind)).Select(State)]) };

    private static Row Fresh(Save save, ItemRequest request)
    {
        var (name, price) = (request.Description ?? request.InventoryId, request.Price ?? 0m);
        if (request.Template)
        {
            return SeedItems.Template(save, request.InventoryId, name, request.ItemClass ?? "WEB", price);
        }

        var item = SeedItems.Item(save, request.InventoryId, name, price);
        return item.Set("TemplateItemID", request.TemplateId).Set("ItemClass", request.ItemClass ?? item.Text("ItemClass"));
    }

    private static bool Changes(ItemRequest request) =>
        request.Attributes.Count > 0 || (request with { Prices = [], Attributes = Unchanged.Attributes }) != Unchanged with { InventoryId = request.InventoryId, Prices = [] };

    private static void Apply(Row item, ItemRequest request)
    {
        Put("Description", request.Description);
        Put("Content", request.Content);
        Put("DefaultPrice", request.Price);
        Put("CurySpecificPrice", request.Price);
        Put("DimensionWeight", request.Weight);
        Put("Weight", request.Weight);
        Put("WeightUOM", request.WeightUnit);
        Put("ItemStatus", request.Status);
        Put("ExportToExternal", request.Export);
        if (request.Category is { } category)
        {
            item.Add("Categories").Set("CategoryID", category);
        }

        if (request.ImageUrl is { } url)
        {
            item.Add(item.Schema.Find("FileURLs") is null ? "FileUrls" : "FileURLs").Set("FileURL", url).Set("FileType", "Image");
        }

        void Put(string field, object? value)
        {
            if (value is not null && item.Schema.Find(field) is not null)
            {
                item.Set(field, value);
            }
        }
    }

    private static void Set(Save save, Row item, ItemPrice price)
    {
        var (type, code) = price.PriceClass is { } priceClass ? (SalesPrices.PriceClass, priceClass) : (SalesPrices.Base, "");
        foreach (var same in save.All(InternalTables.SalesPrice).Where(row => row.Text("InventoryID") == item.Text("InventoryID") && row.Text("PriceType") == type && row.Text("PriceCode") == code
            && row.Text("CurrencyID") == price.Currency && row.Number("BreakQty") == price.From).ToList())
        {
            save.Delete(save.Edit(same));
        }

        if (price.Price is not { } amount)
        {
            return;
        }

        save.Next("SalesPrice", "");
        save.Insert(save.New(InternalTables.SalesPrice).Set("RecordID", save.Numbers["SalesPrice"])).Set("PriceType", type).Set("PriceCode", code).Set("InventoryID", item.Text("InventoryID"))
            .Set("UOM", ItemScreen.SalesUnit(item)).Set("CurrencyID", price.Currency).Set("BreakQty", price.From).Set("Price", amount)
            .Set("EffectiveDate", new DateTimeOffset(save.Now.UtcDateTime.Date, TimeSpan.Zero));
    }

    private static JsonObject State(Row item) => new()
    {
        ["inventoryID"] = item.Text("InventoryID"),
        ["kind"] = item.Schema.Name,
        ["description"] = item.Text("Description"),
        ["content"] = item.Text("Content"),
        ["price"] = item.Number("DefaultPrice"),
        ["weight"] = item.Number("DimensionWeight"),
        ["status"] = item.Text("ItemStatus"),
        ["export"] = item.Flag("ExportToExternal"),
        ["template"] = item.Text("TemplateItemID"),
    };
}
