using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Api.Input;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>Makes and changes profiles. Wishes for a membership are taken and forgotten.</summary>
internal sealed class ProfileWriter(ShopUnit shop)
{
    private static readonly InputForm Form = new(
        "",
        new InputField("login", "string", "\"\"", InputRules.NotBlank, InputRules.Email, InputRules.Length(5, 128)),
        new InputField("password", "?string", "null", InputRules.Length(8, 128)),
        new InputField("access_level", "int", "0", InputRules.Choice("0", "100")),
        new InputField("status", "string", "\"E\"", InputRules.NotBlank, InputRules.Choice("E", "D")),
        new InputField("status_comment", "string", "\"\""),
        new InputField("referer", "string", "\"\""),
        new InputField("language", "string", "\"\"", InputRules.Length(0, 2)),
        new InputField("membership_id", "?int", "null"),
        new InputField("pending_membership_id", "?int", "null"),
        new InputField("force_change_password", "bool", "false"),
        new InputField("role_ids", "array", "[]"));

    private static readonly (string Field, string Column)[] Columns =
    [
        ("login", "login"), ("access_level", "access_level"), ("status", "status"), ("status_comment", "statusComment"), ("referer", "referer"),
        ("language", "language"), ("force_change_password", "forceChangePassword"),
    ];

    public JsonObject Create(JsonObject sent)
    {
        var input = Form.Read(Form.Fresh(), sent);
        CheckLogin(input.Text("login"), id: "");
        return Save(shop.Rows.Insert("profile", NewRowDefaults.For(shop, "profile", input)), input);
    }

    public JsonObject Update(JsonObject profile, JsonObject sent)
    {
        var stored = Form.Fresh();
        foreach (var (field, column) in Columns)
        {
            stored[field] = profile[column]?.DeepClone();
        }

        stored["membership_id"] = profile.IdOrNull("membership");
        var input = Form.Read(stored, sent);
        CheckLogin(input.Text("login"), profile.Text("profile_id"));
        return Save(profile, input);
    }

    private JsonObject Save(JsonObject profile, JsonObject input)
    {
        foreach (var (field, column) in Columns)
        {
            profile[column] = input[field]?.DeepClone();
        }

        var membership = input["membership_id"] is { } id ? shop.Rows.Find("membership", RowValues.AsText(id)) ?? throw ApiProblemException.BadRequest($"Membership with ID {RowValues.AsText(id)} not found") : null;
        profile["membership"] = membership?["membership_id"]?.DeepClone();
        if (input["password"] is not null)
        {
            profile["password"] = "SHA512:sandbox-hash";
        }

        shop.Rows.Save("profile", profile);
        return profile;
    }

    private void CheckLogin(string login, string id)
    {
        if (shop.Rows.By("profile", login).Any(other => other["order"] is null && !other.Flag("anonymous") && other.Text("profile_id") != id))
        {
            throw ApiProblemException.BadRequest($"Profile with login \"{login}\" already exists");
        }
    }
}
