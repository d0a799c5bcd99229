using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api;
using Integration.Sandbox.Shop.Api.Catalogue;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Control;

/// <summary>The products at a glance.</summary>
internal static class ProductState
{
    public static JsonArray Of(ShopUnit shop) => [.. shop.Rows.All("product").Select(product => Product(shop, product))];

    public static JsonObject Product(ShopUnit shop, JsonObject product)
    {
        var id = product.Text("product_id");
        return new JsonObject
        {
            ["id"] = product.Long("product_id"),
            ["sku"] = product.Text("sku"),
            ["name"] = Translation.Text(product, "name"),
            ["description"] = Translation.Text(product, "description"),
            ["price"] = RowValues.Number(product.Amount("price")),
            ["weight"] = RowValues.Number(product.Amount("weight")),
            ["enabled"] = product.Flag("enabled"),
            ["taxable"] = product.Flag("taxable"),
            ["amount"] = product.Long("amount"),
            ["inventoryEnabled"] = product.Flag("inventoryEnabled"),
            ["categories"] = new JsonArray([.. product.Rows("categoryProducts").Select(place => JsonValue.Create(place!.AsObject().Text("path")))]),
            ["images"] = new JsonArray([.. product.Rows("images").Select(image => JsonValue.Create(ProductParts.Address(shop, image!.AsObject())))]),
            ["prices"] = new JsonArray([.. shop.Rows.Owned(WholesaleOperations.Entity, id).Select(row => new JsonObject
            {
                ["membership"] = shop.Rows.Linked(row, "membership", "membership") is { } membership ? Translation.Text(membership, "name") : null,
                ["from"] = row.Long("quantityRangeBegin"),
                ["price"] = RowValues.Number(row.Amount("price")),
            })]),
            ["variants"] = new JsonArray([.. shop.Rows.Owned(VariantOperations.Entity, id).Select(row => new JsonObject
            {
                ["sku"] = row.Text("sku"),
                ["price"] = row.Flag("defaultPrice") ? null : RowValues.Number(row.Amount("price")),
                ["amount"] = row.Flag("defaultAmount") ? null : row.Long("amount"),
                ["options"] = new JsonArray([.. ProductAttributes.Chosen(shop, row).Select(value => JsonValue.Create(ProductAttributes.Words(shop, value)))]),
            })]),
            ["attributes"] = new JsonArray([.. shop.Rows.Owned(ProductAttributes.Text, id).Select(value => JsonValue.Create(
                $"{Translation.Text(shop.Rows.Linked(value, "attribute", "attribute"), "name")}={Translation.Text(value, "value")}"))]),
        };
    }
}
