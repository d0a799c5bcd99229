using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>A product as the 5.5 API shows it.</summary>
internal sealed class ProductView(ShopUnit shop)
{
    public JsonObject Of(JsonObject product) => new()
    {
        ["id"] = product.Long("product_id"),
        ["sku"] = product.Text("sku"),
        ["name"] = Translation.Text(product, "name"),
        ["description"] = Translation.Text(product, "description"),
        ["brief_description"] = Translation.Text(product, "briefDescription"),
        ["meta_tags"] = Translation.Text(product, "metaTags"),
        ["meta_description"] = Translation.Text(product, "metaDesc"),
        ["meta_title"] = Translation.Text(product, "metaTitle"),
        ["price"] = product.Float("price"),
        ["enabled"] = product.Flag("enabled"),
        ["weight"] = product.Float("weight"),
        ["separate_box"] = product.Flag("useSeparateBox"),
        ["width"] = product.Float("boxWidth"),
        ["length"] = product.Float("boxLength"),
        ["height"] = product.Float("boxHeight"),
        ["free_shipping"] = product.Flag("free_shipping"),
        ["taxable"] = product.Flag("taxable"),
        ["create_date"] = product.Date("date"),
        ["update_date"] = product.Date("updateDate"),
        ["arrival_date"] = product.Date("arrivalDate"),
        ["inventory_traceable"] = product.Flag("inventoryEnabled"),
        ["amount"] = product.Long("amount"),
        ["product_class"] = null,
        ["tax_class"] = shop.Rows.Linked(product, "taxClass", "taxclass") is { } tax ? NamedView.Of(tax) : null,
        ["memberships"] = new JsonArray(),
        ["clean_url"] = product.Rows("cleanURLs").FirstOrDefault()?.AsObject().Text("cleanURL") ?? "",
        ["images"] = new JsonArray([.. product.Rows("images").Select(image => ProductPartOperations.Image(shop, image!.AsObject()))]),
    };
}
