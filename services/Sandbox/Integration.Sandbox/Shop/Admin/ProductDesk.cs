using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Catalogue;
using Integration.Sandbox.Shop.Control;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Admin;

/// <summary>Staff's work on products in the shop's admin area. A SKU that nothing has makes a product.</summary>
internal static class ProductDesk
{
    public static JsonObject? Edit(ShopUnit shop, string sku, ProductEdit edit)
    {
        if (shop.Rows.All(VariantOperations.Entity).FirstOrDefault(row => row.Text("sku") == sku) is { } variant)
        {
            return EditVariant(shop, variant, edit);
        }

        var product = shop.Rows.By("product", sku).FirstOrDefault() ?? shop.Rows.Insert("product", Fresh(shop, sku));
        if (edit.Sku is { } other) product["sku"] = other;
        if (edit.Price is { } price) product["price"] = RowValues.Number(price);
        if (edit.Weight is { } weight) product["weight"] = RowValues.Number(weight);
        if (edit.Enabled is { } enabled) product["enabled"] = enabled;
        Dictionary<string, string> texts = [];
        if (edit.Name is { } name) texts["name"] = name;
        if (edit.Description is { } description) texts["description"] = description;
        if (texts.Count > 0) Api.Translation.Set(shop, product, texts);
        product["updateDate"] = shop.Now;
        product["entityVersion"] = Guid.NewGuid().ToString();
        ProductIndex.Fill(shop.Rows, product);
        shop.Rows.Save("product", product);
        ProductAttributes.CheckVariants(shop, product);
        return ProductState.Product(shop, product);
    }

    public static bool Delete(ShopUnit shop, string sku) => shop.Rows.By("product", sku).FirstOrDefault() is { } product && shop.Rows.Delete("product", product.Text("product_id"));

    private static JsonObject? EditVariant(ShopUnit shop, JsonObject variant, ProductEdit edit)
    {
        if (edit.Price is { } price) (variant["price"], variant["defaultPrice"]) = (RowValues.Number(price), false);
        if (edit.Weight is { } weight) (variant["weight"], variant["defaultWeight"]) = (RowValues.Number(weight), false);
        shop.Rows.Save(VariantOperations.Entity, variant);
        return shop.Rows.Linked(variant, "product", "product") is { } product ? ProductState.Product(shop, product) : null;
    }

    private static JsonObject Fresh(ShopUnit shop, string sku)
    {
        var row = NewRowDefaults.For(shop, "product", []);
        row["sku"] = sku;
        return row;
    }
}
