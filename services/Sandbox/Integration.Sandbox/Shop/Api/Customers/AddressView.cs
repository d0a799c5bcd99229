using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>An address: the standard fields by name, the merchant's own as <c>custom_fields</c>.</summary>
internal static class AddressView
{
    private static readonly HashSet<string> Standard =
        ["country_code", "state_id", "custom_state", "title", "firstname", "lastname", "phone", "street", "city", "zipcode"];

    public static JsonObject Of(JsonObject address) => new()
    {
        ["id"] = address.Long("address_id"),
        ["is_billing"] = address.Flag("is_billing"),
        ["is_shipping"] = address.Flag("is_shipping"),
        ["is_work"] = address.Flag("isWork"),
        ["type"] = address.Text("address_type"),
        ["title"] = ComplexAddress.Field(address, "title"),
        ["firstname"] = ComplexAddress.Field(address, "firstname"),
        ["lastname"] = ComplexAddress.Field(address, "lastname"),
        ["phone"] = ComplexAddress.Field(address, "phone"),
        ["street"] = ComplexAddress.Field(address, "street"),
        ["zipcode"] = ComplexAddress.Field(address, "zipcode"),
        ["city"] = ComplexAddress.Field(address, "city"),
        ["country_code"] = address.Text("country"),
        // The number of the state in the shop's own table; its code is nowhere in this API.
        ["state"] = address.IdOrNull("state"),
        ["state_name"] = ComplexAddress.Field(address, "custom_state"),
        ["custom_fields"] = address.Rows("addressFields").Select(field => field!.AsObject())
            .Where(field => !Standard.Contains(field.Text("serviceName")))
            .Views(field => new JsonObject { ["name"] = field.Text("serviceName"), ["value"] = field.Text("value") }),
    };
}
