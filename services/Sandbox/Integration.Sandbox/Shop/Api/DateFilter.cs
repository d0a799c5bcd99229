using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>
/// <c>column[before|strictly_before|after|strictly_after]</c> on a column of unix seconds. A value that PHP cannot
/// read is ignored, and so the whole list comes: a plus sign that was not escaped is enough.
/// </summary>
internal static class DateFilter
{
    /// <returns>Null when nothing is to be filtered.</returns>
    public static Func<JsonObject, bool>? Of(ShopUnit shop, ApiCall call, string parameter, string column)
    {
        if (call.Query[parameter] is not JsonObject bounds)
        {
            return null;
        }

        var tests = bounds.Select(bound => Test(shop, bound.Key, bound.Value)).OfType<Func<long, bool>>().ToList();
        return tests.Count == 0 ? null : row => tests.TrueForAll(test => test(row.Long(column)));
    }

    private static Func<long, bool>? Test(ShopUnit shop, string bound, JsonNode? value)
    {
        if (value is not JsonValue || PhpDate.Parse(RowValues.AsText(value), DateTimeOffset.FromUnixTimeSeconds(shop.Now)) is not { } limit)
        {
            return null;
        }

        return bound switch
        {
            "before" => at => at <= limit,
            "strictly_before" => at => at < limit,
            "after" => at => at >= limit,
            "strictly_after" => at => at > limit,
            _ => null,
        };
    }
}
