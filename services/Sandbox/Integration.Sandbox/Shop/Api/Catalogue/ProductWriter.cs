using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Makes and changes products.</summary>
internal sealed class ProductWriter(ShopUnit shop)
{
    public JsonObject Create(JsonObject sent)
    {
        var input = ProductForm.Form.Read(ProductForm.Form.Fresh(), sent);
        Skus.CheckFree(shop, input.Text("sku"), owner: null);
        var product = shop.Rows.Insert("product", NewRowDefaults.For(shop, "product", []));
        Apply(product, input);
        ProductIndex.Fill(shop.Rows, product);
        shop.Rows.Save("product", product);
        return product;
    }

    /// <returns>The product as the answer shows it.</returns>
    public JsonObject Update(JsonObject product, JsonObject sent)
    {
        var input = ProductForm.Form.Read(Stored(product), sent);
        Skus.CheckFree(shop, input.Text("sku"), product);
        var before = product.DeepClone().AsObject();
        Apply(product, input);
        if (!JsonNode.DeepEquals(before, product))
        {
            product["updateDate"] = shop.Now;
            product["entityVersion"] = Guid.NewGuid().ToString();
            ProductIndex.Fill(shop.Rows, product);
            shop.Rows.Save("product", product);
        }

        var view = new ProductView(shop).Of(product);
        OverwrittenStock.Play(shop, "product", before, product);
        return view;
    }

    // The input object as it is filled from the stored row.
    private JsonObject Stored(JsonObject product)
    {
        var stored = ProductForm.Form.Fresh();
        foreach (var (field, column) in ProductForm.Columns)
        {
            stored[field] = product[column]?.DeepClone();
        }

        foreach (var (field, text) in ProductForm.Texts)
        {
            stored[field] = Translation.Text(product, text);
        }

        stored["arrival_date"] = product.Date("arrivalDate");
        stored["tax_class"] = shop.Rows.Linked(product, "taxClass", "taxclass") is { } tax ? Translation.Text(tax, "name") : null;
        stored["clean_url"] = product.Rows("cleanURLs").FirstOrDefault()?.AsObject().Text("cleanURL") ?? "";
        return stored;
    }

    private void Apply(JsonObject product, JsonObject input)
    {
        foreach (var (field, column) in ProductForm.Columns)
        {
            product[column] = input[field]?.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? RowValues.Number(input.Amount(field))
                : input[field]?.DeepClone();
        }

        var texts = ProductForm.Texts.Where(pair => Translation.Text(product, pair.Text) != input.Text(pair.Field)).ToList();
        if (texts.Count > 0)
        {
            Translation.Set(shop, product, texts.Select(pair => KeyValuePair.Create(pair.Text, input.Text(pair.Field))));
        }

        if (input["arrival_date"] is not null && PhpDate.Parse(input.Text("arrival_date"), DateTimeOffset.FromUnixTimeSeconds(shop.Now)) is { } arrival)
        {
            product["arrivalDate"] = arrival;
        }

        var taxClass = input["tax_class"] is null ? null : TaxClass(input.Text("tax_class"));
        if (product.Text("taxClass") != (taxClass is null ? "" : RowValues.AsText(taxClass)))
        {
            product["taxClass"] = taxClass;
        }

        if (input.Text("clean_url").Length > 0 && product.Rows("cleanURLs").FirstOrDefault()?.AsObject().Text("cleanURL") != input.Text("clean_url"))
        {
            product["cleanURLs"] = new JsonArray(new JsonObject { ["id"] = shop.Rows.Unit.Next("cleanURLs"), ["cleanURL"] = input.Text("clean_url") });
        }

        if (input["product_class"] is not null)
        {
            throw ApiProblemException.BadRequest($"Product class with name \"{input.Text("product_class")}\" not found");
        }

        if (input.Rows("memberships") is [{ } membership, ..])
        {
            throw ApiProblemException.BadRequest($"Membership with name \"{RowValues.AsText(membership)}\" not found");
        }
    }

    private JsonNode TaxClass(string name) =>
        shop.Rows.All("taxclass").FirstOrDefault(row => Translation.Text(row, "name") == name)?["id"]?.DeepClone()
        ?? throw ApiProblemException.BadRequest($"Tax class with name \"{name}\" not found");
}
