using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>Products. They can be sorted but not filtered: there is no search by SKU and none by date of change.</summary>
internal static class ProductOperations
{
    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", "products", "Product", List),
        new("POST", "products", "Product", (shop, call) => ApiAnswer.Created(new ProductView(shop).Of(new ProductWriter(shop).Create(call.Body)))),
        new("GET", "products/{product_id}", "Product", (shop, call) => ApiAnswer.Ok(new ProductView(shop).Of(Find(shop, call)))),
        new("PUT", "products/{product_id}", "Product", (shop, call) =>
            ApiAnswer.Ok(new ProductWriter(shop).Update(Find(shop, call), call.Body))),
        new("DELETE", "products/{product_id}", "Product", (shop, call) =>
        {
            shop.Rows.Delete("product", Find(shop, call).Text("product_id"));
            return ApiAnswer.NoContent;
        }),
    ];

    /// <exception cref="ApiProblemException">404.</exception>
    public static JsonObject Find(ShopUnit shop, ApiCall call) => shop.Rows.Find("product", call.Id("product_id")) ?? throw ApiProblemException.NotFound();

    private static ApiAnswer List(ShopUnit shop, ApiCall call) => ApiAnswer.List(
        call,
        Ordering.Sort(shop.Rows.All("product"), Ordering.Of(call, "name", "price", "arrivalDate"), (product, column) =>
            column == "name" ? Translation.Text(product, "name") : product.Amount(column)),
        new ProductView(shop).Of);
}
