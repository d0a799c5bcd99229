using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>Makes and changes addresses. Fields with a name of the merchant's own are kept as <c>custom_fields</c>.</summary>
internal sealed class AddressWriter(ShopUnit shop)
{
    private static readonly string[] Texts = ["title", "firstname", "lastname", "phone", "street", "zipcode", "city"];

    private static readonly InputForm Form = new(
        "",
        [
            new InputField("is_billing", "bool", "false"),
            new InputField("is_shipping", "bool", "false"),
            new InputField("is_work", "bool", "false"),
            new InputField("type", "string", "\"R\"", InputRules.Choice("R", "C")),
            .. Texts.Select(name => new InputField(name, "string", "\"\"", name == "zipcode" ? [InputRules.Length(0, 32)] : [])),
            new InputField("country_code", "?string", "null", InputRules.Length(2, 2)),
            new InputField("state", "?int", "0", InputRules.PositiveOrZero),
            new InputField("state_name", "string", "\"\""),
            new InputField("custom_fields", "array", "[]"),
        ]);

    public JsonObject Create(string profileId, JsonObject sent)
    {
        var input = Form.Read(Form.Fresh(), sent);
        return Save(shop.Rows.Insert("address", new JsonObject { ["profile"] = long.Parse(profileId, System.Globalization.CultureInfo.InvariantCulture) }), input);
    }

    public JsonObject Update(JsonObject address, JsonObject sent) => Save(address, Form.Read(AddressView.Of(address), sent));

    private JsonObject Save(JsonObject address, JsonObject input)
    {
        var country = input.Text("country_code");
        if (country.Length > 0 && shop.Rows.Find("country", country) is null)
        {
            throw ApiProblemException.BadRequest($"Country with code \"{country}\" not found");
        }

        var state = input.Long("state") > 0
            ? shop.Rows.Find("state", input.Text("state")) ?? throw ApiProblemException.BadRequest($"State with ID {input.Long("state")} not found")
            : null;
        address["is_billing"] = input["is_billing"]?.DeepClone();
        address["is_shipping"] = input["is_shipping"]?.DeepClone();
        address["isWork"] = input["is_work"]?.DeepClone();
        address["address_type"] = input.Text("type");
        address["country"] = country.Length > 0 ? country : null;
        address["state"] = state?["state_id"]?.DeepClone();
        address["addressFields"] = Fields(input, country, state);
        shop.Rows.Save("address", address);
        return address;
    }

    private JsonArray Fields(JsonObject input, string country, JsonObject? state)
    {
        var fields = new JsonArray();
        void Add(string name, JsonNode? value) => fields.Add(new JsonObject
        {
            ["id"] = shop.Rows.Unit.Next("addressField"),
            ["serviceName"] = name,
            ["value"] = value?.DeepClone(),
        });

        Add("country_code", country);
        foreach (var name in Texts)
        {
            Add(name, input.Text(name));
        }

        if (state is not null)
        {
            Add("state_id", state["state_id"]);
        }

        Add("custom_state", state?.Text("state") ?? input.Text("state_name"));
        foreach (var custom in input.Rows("custom_fields").OfType<JsonObject>())
        {
            Add(custom.Text("name"), custom.Text("value"));
        }

        return fields;
    }
}
