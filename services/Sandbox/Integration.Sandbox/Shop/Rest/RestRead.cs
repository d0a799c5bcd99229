using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Schema;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>GET of one row or of a list.</summary>
internal sealed class RestRead(ShopUnit shop, RestCall call, EntitySchema entity)
{
    public JsonNode? Read()
    {
        if (call.Complex && entity.Path == "cart")
        {
            throw new PhpFatalErrorException("The complex schema has no carts.");
        }

        if (call.Id is null)
        {
            return new JsonArray([.. new ListQuery(shop.Rows, entity, call.Conditions).Rows().Select(row => View(row, single: false))]);
        }

        // A cart is an order that was not placed yet: one table, so its id answers under both names.
        var row = shop.Rows.Find(entity.Path, call.Id) ?? (entity.Path == "order" ? shop.Rows.Find("cart", call.Id) : null);
        return row is null ? null : View(row, single: true);
    }

    private JsonObject View(JsonObject row, bool single) => (call.Complex, entity.Path) switch
    {
        (true, "order") => new ComplexOrder(shop).View(row),
        (true, "product") => new ComplexProduct(shop).View(row),
        (true, "profile") => new ComplexProfile(shop).View(row),
        _ => single ? new DefaultView(shop.Rows).Single(entity, row) : DefaultView.Columns(entity, row),
    };
}
