using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.AddOn;

/// <summary>
/// <c>POST tracking</c> and <c>POST notes</c>: a line that an order gets once, however often it is sent. Both are plain
/// statements on the tables: the order's <c>lastRenewDate</c> stays.
/// </summary>
internal static class OrderLines
{
    private const int Longest = 255;

    public static JsonObject Track(ShopUnit shop, BridgeCall call)
    {
        var order = Order(shop, call);
        var number = Line(call.Body(), "number");
        var id = order.Text("order_id");
        if (shop.Rows.Owned("ordertrackingnumber", id).Any(row => row.Text("value") == number))
        {
            return Result(order, "present");
        }

        shop.Rows.Insert("ordertrackingnumber", new JsonObject
        {
            ["order"] = order["order_id"]?.DeepClone(),
            ["value"] = number,
            ["creationDate"] = shop.Now,
        });
        OrderHistory.Add(shop, order, "ORDER TRACKING", "Tracking information updated", author: "Integration-ErpBridge");
        return Result(order, "added");
    }

    public static JsonObject Note(ShopUnit shop, BridgeCall call)
    {
        var order = Order(shop, call);
        var line = Line(call.Body(), "line");
        var notes = order.Text("adminNotes");
        if (notes.Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Contains(line))
        {
            return Result(order, "present");
        }

        order["adminNotes"] = notes + (notes.Length == 0 || notes[^1] is '\n' or '\r' ? "" : "\n") + line;
        shop.Rows.Save("order", order);
        return Result(order, "added");
    }

    private static JsonObject Order(ShopUnit shop, BridgeCall call)
    {
        var id = BridgeNumbers.Id(call.Query["order"] is JsonValue sent ? RowValues.AsText(sent) : "", "order", "order");
        return shop.Rows.Find("order", id.ToString(CultureInfo.InvariantCulture))
            ?? throw new BridgeRefusedException(StatusCodes.Status404NotFound, "order", $"There is no order {id}.");
    }

    private static string Line(JsonObject body, string name)
    {
        var text = body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? RowValues.AsText(value) : "";
        return text.Trim().Length > 0 && text.EnumerateRunes().Count() <= Longest && !text.Any(EndsLine)
            ? text
            : throw BridgeRefusedException.BadRequest(name, $"'{name}' must be one line of 1 to {Longest} characters.");
    }

    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static JsonObject Result(JsonObject order, string result) => new() { ["order"] = order.Long("order_id"), ["result"] = result };
}
