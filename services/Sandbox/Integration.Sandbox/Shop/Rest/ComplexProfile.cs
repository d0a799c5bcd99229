using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Rest;

/// <summary>A profile in the complex schema, with the password hash that the real one gives away too.</summary>
internal sealed class ComplexProfile(ShopUnit shop)
{
    public JsonObject View(JsonObject profile)
    {
        var addresses = shop.Rows.Owned("address", profile.Text("profile_id"));
        var main = addresses.FirstOrDefault(address => address.Flag("is_billing")) ?? addresses.FirstOrDefault();
        return new JsonObject
        {
            ["profileId"] = profile.Long("profile_id"),
            ["login"] = profile.Text("login"),
            ["email"] = profile.Text("login"),
            ["password"] = profile.Text("password"),
            ["status"] = profile.Text("status"),
            ["referer"] = profile.Text("referer"),
            ["firstLogin"] = profile.Long("first_login"),
            ["lastLogin"] = profile.Long("last_login"),
            ["addresses"] = new JsonArray([.. addresses.Select(address => ComplexAddress.View(shop.Rows, address))]),
            ["addedDate"] = RowValues.Iso(profile.Long("added")),
            ["membership"] = shop.Rows.Linked(profile, "membership", "membership") is { } membership ? Translation.Text(membership, "name") : "",
            ["roles"] = new JsonArray([.. profile.Rows("roles").Select(role => JsonValue.Create(role!.AsObject().Text("name")))]),
            ["firstname"] = ComplexAddress.Field(main, "firstname"),
            ["lastname"] = ComplexAddress.Field(main, "lastname"),
        };
    }
}
