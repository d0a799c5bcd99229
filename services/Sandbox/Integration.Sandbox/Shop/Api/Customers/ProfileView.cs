using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>A profile; its addresses have their own path, and its password is not shown.</summary>
internal static class ProfileView
{
    public static JsonObject Of(JsonObject profile) => new()
    {
        ["id"] = profile.Long("profile_id"),
        ["login"] = profile.Text("login"),
        ["access_level"] = profile.Long("access_level"),
        ["create_date"] = profile.Atom("added"),
        ["first_login_date"] = Login(profile, "first_login"),
        ["last_login_date"] = Login(profile, "last_login"),
        ["status"] = profile.Text("status"),
        ["status_comment"] = profile.Text("statusComment"),
        ["referer"] = profile.Text("referer"),
        ["language"] = profile.Text("language"),
        ["membership_id"] = profile.IdOrNull("membership"),
        ["pending_membership_id"] = null,
        ["force_change_password"] = profile.Flag("forceChangePassword"),
        ["role_ids"] = new JsonArray([.. profile.Rows("roles").Select(role => JsonValue.Create(role!.AsObject().Long("id")))]),
    };

    private static string? Login(JsonObject profile, string name) => profile.Long(name) > 0 ? profile.Atom(name) : null;
}
