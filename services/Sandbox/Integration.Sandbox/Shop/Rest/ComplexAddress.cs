using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>An address in the complex schema: its fields by service name, a few of them renamed.</summary>
internal static class ComplexAddress
{
    public static JsonObject View(ShopRows rows, JsonObject address)
    {
        var view = new JsonObject();
        foreach (var field in address.Rows("addressFields"))
        {
            var name = field!.AsObject().Text("serviceName");
            var value = field["value"]?.DeepClone();
            switch (name)
            {
                case "country_code":
                    view["country"] = value;
                    break;
                case "state_id" or "custom_state":
                    view["state"] = rows.Linked(address, "state", "state")?["code"]?.DeepClone() ?? Field(address, "custom_state");
                    break;
                case "street":
                    view["address"] = value;
                    break;
                default:
                    view[name] = value;
                    break;
            }
        }

        view["isDefaultShippingAddress"] = address.Flag("is_shipping");
        view["isDefaultBillingAddress"] = address.Flag("is_billing");
        return view;
    }

    public static string Field(JsonObject? address, string name) =>
        address?.Rows("addressFields").FirstOrDefault(field => field!.AsObject().Text("serviceName") == name)?.AsObject().Text("value") ?? "";
}
