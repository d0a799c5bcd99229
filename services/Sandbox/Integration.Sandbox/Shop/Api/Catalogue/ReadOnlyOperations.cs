using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>What the stand-in lets be read and not written: categories, coupons, memberships, tax and product classes.</summary>
internal static class ReadOnlyOperations
{
    private const string Coupons = "cdev-coupons-coupon";

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", "categories", "Category", Categories),
        new("GET", "categories/{category_id}", "Category", (shop, call) =>
            ApiAnswer.Ok(CategoryView.Of(Find(shop, call, "category", "category_id"), shop.Rows.All("category")))),
        new("GET", "coupons", "Coupon", (shop, call) => ApiAnswer.List(call, shop.Rows.All(Coupons), CouponView.Of)),
        new("GET", "coupons/{id}", "Coupon", (shop, call) => ApiAnswer.Ok(CouponView.Of(Find(shop, call, Coupons, "id")))),
        new("GET", "tax_classes", "TaxClass", (shop, call) => ApiAnswer.List(call, shop.Rows.All("taxclass"), NamedView.Of)),
        new("GET", "tax_classes/{id}", "TaxClass", (shop, call) => ApiAnswer.Ok(NamedView.Of(Find(shop, call, "taxclass", "id")))),
        new("GET", "memberships", "Membership", (shop, call) => ApiAnswer.List(call, shop.Rows.All("membership"), Membership)),
        new("GET", "memberships/{membership_id}", "Membership", (shop, call) => ApiAnswer.Ok(Membership(Find(shop, call, "membership", "membership_id")))),
        .. Empty("product_classes", "ProductClass", "id"),
    ];

    private static JsonObject Find(ShopUnit shop, ApiCall call, string entity, string placeholder) =>
        shop.Rows.Find(entity, call.Id(placeholder)) ?? throw ApiProblemException.NotFound();

    private static JsonObject Membership(JsonObject row) => new() { ["id"] = row.Long("membership_id"), ["name"] = Translation.Text(row, "name"), ["enabled"] = row.Flag("enabled") };

    // The root that holds the top categories is none of them.
    private static ApiAnswer Categories(ShopUnit shop, ApiCall call)
    {
        var all = shop.Rows.All("category");
        var parent = call.Query.Text("parent");
        List<JsonObject> found =
        [
            .. all.Where(category => category.Long("depth") >= 0)
                .Where(category => parent.Length == 0 || CategoryView.Parent(category, all)?.Text("category_id") == parent)
                .OrderBy(category => category.Long("pos")),
        ];
        return ApiAnswer.List(call, found, category => CategoryView.Of(category, all));
    }

    private static IEnumerable<ApiRoute> Empty(string path, string resource, string placeholder) =>
    [
        new("GET", path, resource, (_, call) => ApiAnswer.List(call, [], row => row)),
        new("GET", $"{path}/{{{placeholder}}}", resource, (_, _) => throw ApiProblemException.NotFound()),
    ];
}
