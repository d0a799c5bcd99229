using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Pictures of a product, and its places in categories.</summary>
internal static class ProductPartOperations
{
    private static readonly InputForm Picture = new(
        "",
        new InputField("position", "int", "0"),
        new InputField("alt", "string", "\"\""),
        new InputField("externalUrl", "string", "\"\""),
        new InputField("attachment", "string", "\"\""),
        new InputField("filename", "string", "\"\""));

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("POST", "products/{product_id}/images", "ProductImage", AddPicture),
        new("DELETE", "products/{product_id}/images/{id}", "ProductImage", RemovePicture),
        new("GET", "categories/{category_id}/products", "CategoryProduct", (shop, call) => ApiAnswer.List(
            call, [.. shop.Rows.All("product").Where(product => IsIn(product, Category(shop, call).Text("category_id")))], product => new JsonObject { ["product_id"] = product.Long("product_id") })),
        new("POST", "categories/{category_id}/products", "CategoryProduct", Place),
    ];

    /// <summary>The picture as the API shows it.</summary>
    public static JsonObject Image(ShopUnit shop, JsonObject image) => new()
    {
        ["id"] = image.Long("id"),
        ["position"] = image.Long("orderby"),
        ["alt"] = image.Text("alt"),
        ["url"] = ProductParts.Address(shop, image),
        ["width"] = image.Long("width"),
        ["height"] = image.Long("height"),
    };

    private static ApiAnswer AddPicture(ShopUnit shop, ApiCall call)
    {
        var product = ProductOperations.Find(shop, call);
        var input = Picture.Read(Picture.Fresh(), call.Body);
        if (input.Text("externalUrl").Length == 0 && input.Text("attachment").Length == 0)
        {
            throw ApiProblemException.BadRequest("Image body is not loaded");
        }

        // What the real shop fetches and keeps; here the address stays where it is.
        var image = shop.Rows.Insert("image-product-image", new JsonObject
        {
            ["product"] = product["product_id"]?.DeepClone(),
            ["path"] = input.Text("externalUrl"),
            ["storageType"] = "u",
            ["alt"] = input.Text("alt"),
            ["orderby"] = input.Long("position"),
        });
        ProductParts.Show(shop, image);
        return ApiAnswer.Created(Image(shop, image));
    }

    private static ApiAnswer RemovePicture(ShopUnit shop, ApiCall call)
    {
        var shown = ProductOperations.Find(shop, call).Rows("images").Any(picture => picture!.AsObject().Text("id") == call.Id());
        var image = shown ? shop.Rows.Find("image-product-image", call.Id()) : null;
        ProductParts.Hide(shop, image ?? throw ApiProblemException.NotFound());
        shop.Rows.Delete("image-product-image", call.Id());
        return ApiAnswer.NoContent;
    }

    private static ApiAnswer Place(ShopUnit shop, ApiCall call)
    {
        var category = Category(shop, call);
        if (shop.Rows.Find("product", call.Body.Text("product_id")) is not { } product)
        {
            throw ApiProblemException.BadRequest($"Product with ID {call.Body.Text("product_id")} not found");
        }

        ProductParts.Place(shop, product, [category.Text("category_id")]);
        return ApiAnswer.Created(new JsonObject { ["product_id"] = product.Long("product_id") });
    }

    private static JsonObject Category(ShopUnit shop, ApiCall call) => shop.Rows.Find("category", call.Id("category_id")) ?? throw ApiProblemException.NotFound();

    private static bool IsIn(JsonObject product, string category) => product.Rows("categoryProducts").Any(place => place!.AsObject().Text("@category") == category);
}
