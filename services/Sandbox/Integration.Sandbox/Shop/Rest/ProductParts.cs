using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>What hangs on a product: its places in categories and its pictures.</summary>
internal static class ProductParts
{
    // A picture that is kept by its address, and not in the shop's own folder.
    private const string ByAddress = "u";

    /// <summary>Puts the product into these categories; the places were made without them.</summary>
    public static void Place(ShopUnit shop, JsonObject product, IEnumerable<string> categories)
    {
        var found = categories.Select(id => shop.Rows.Find("category", id)).OfType<JsonObject>().ToList();
        if (found.Count == 0)
        {
            return;
        }

        var places = product.Rows("categoryProducts").DeepClone().AsArray();
        foreach (var place in places.Where(place => place!["path"] is null).ToList())
        {
            places.Remove(place);
        }

        foreach (var category in found.Where(category => !places.Any(place => place!["@category"]?.ToString() == category.Text("category_id"))))
        {
            places.Add(new JsonObject
            {
                ["id"] = shop.Rows.Unit.Next("categoryProducts"),
                ["orderby"] = 0,
                ["orderbyInProduct"] = 0,
                ["@category"] = category["category_id"]?.DeepClone(),
                ["path"] = Api.Translation.Text(category, "name"),
            });
        }

        product["categoryProducts"] = places;
        shop.Rows.Save("product", product);
    }

    /// <summary>Shows a picture, which names its product, with it.</summary>
    public static void Show(ShopUnit shop, JsonObject image)
    {
        if (shop.Rows.Linked(image, "product", "product") is not { } product)
        {
            return;
        }

        var images = product.Rows("images").DeepClone().AsArray();
        var shown = image.DeepClone().AsObject();
        shown.Remove("product");
        images.Add((JsonNode)shown);
        product["images"] = images;
        shop.Rows.Save("product", product);
    }

    /// <summary>Takes a picture away again.</summary>
    public static void Hide(ShopUnit shop, JsonObject image)
    {
        if (shop.Rows.Linked(image, "product", "product") is not { } product)
        {
            return;
        }

        product["images"] = new JsonArray([.. product.Rows("images").Where(shown => shown!.AsObject().Text("id") != image.Text("id")).Select(shown => shown!.DeepClone())]);
        shop.Rows.Save("product", product);
    }

    /// <summary>Where the picture is.</summary>
    public static string Address(ShopUnit shop, JsonObject image) =>
        image.Text("storageType") == ByAddress ? image.Text("path") : $"http://{shop.Options.HttpHost}/images/product/{image.Text("path")}";
}
