using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Catalogue;

/// <summary>A coupon (add-on CDev\Coupons).</summary>
internal static class CouponView
{
    public static JsonObject Of(JsonObject coupon) => new()
    {
        ["id"] = coupon.Long("id"),
        ["code"] = coupon.Text("code"),
        ["enabled"] = coupon.Flag("enabled"),
        ["value"] = coupon.Float("value"),
        ["type"] = coupon.Text("type"),
        ["comment"] = coupon.Text("comment"),
        ["date_range_begin"] = Bound(coupon, "dateRangeBegin"),
        ["date_range_end"] = Bound(coupon, "dateRangeEnd"),
        ["total_range_begin"] = coupon.Float("totalRangeBegin"),
        ["total_range_end"] = coupon.Float("totalRangeEnd"),
        ["uses_limit"] = coupon.Long("usesLimit"),
        ["uses_limit_per_user"] = coupon.Long("usesLimitPerUser"),
        ["single_use"] = coupon.Flag("singleUse"),
        ["specific_products"] = coupon.Flag("specificProducts"),
        ["product_classes"] = new JsonArray(),
        ["memberships"] = new JsonArray(),
        ["zones"] = new JsonArray(),
        ["products"] = new JsonArray(),
        ["categories"] = new JsonArray(),
    };

    private static string? Bound(JsonObject coupon, string name) => coupon.Long(name) > 0 ? coupon.Date(name) : null;
}
