using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Notes a hint in the transaction that changes the order, so that none is lost and none is about nothing.</summary>
internal static class HintOutbox
{
    public const string Target = "hint-target";
    public const string Waiting = "hint";

    public static void Add(ShopUnit shop, JsonObject order)
    {
        if (shop.Rows.Unit.Find<HintTarget>(Target, "1") is null)
        {
            return;
        }

        var id = $"msg_{shop.Rows.Unit.Next("hint"):d10}";
        var body = JsonSerializer.Serialize(new
        {
            type = "order.changed",
            entity = "order",
            id = order.Text("order_id"),
            occurredAt = DateTimeOffset.FromUnixTimeSeconds(shop.Now).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
        shop.Rows.Unit.Put(Waiting, id, new Hint(id, body, 0, 0), sort: 0);
    }
}
