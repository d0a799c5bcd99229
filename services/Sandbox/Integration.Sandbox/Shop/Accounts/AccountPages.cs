using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Integration.Sandbox.Shop.Rest;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Accounts;

/// <summary>What customers do on the pages of their account: they register and change their address.</summary>
internal sealed class AccountPages(ShopUnit shop)
{
    /// <summary>Registers, or finds who is registered already, and changes what is given.</summary>
    /// <returns>The account in short.</returns>
    /// <exception cref="CheckoutRefusedException">No e-mail was given.</exception>
    public JsonObject Save(AccountRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Email))
        {
            throw new CheckoutRefusedException("An account needs an e-mail address.");
        }

        var profiles = new OrderProfiles(shop);
        if (profiles.Account(request.Email) is not { } account)
        {
            account = profiles.Register(request.Email, new CheckoutAddress
            {
                Firstname = request.Firstname ?? "", Lastname = request.Lastname ?? "", Street = request.Street ?? "", City = request.City ?? "",
                State = request.State ?? "", Zipcode = request.Zipcode ?? "", Country = request.Country ?? "US", Phone = request.Phone ?? "",
            });
            return View(shop, account);
        }

        if (Main(shop, account) is { } address)
        {
            foreach (var (name, value) in ((string, string?)[])
                [("firstname", request.Firstname), ("lastname", request.Lastname), ("street", request.Street), ("city", request.City), ("zipcode", request.Zipcode), ("phone", request.Phone)])
            {
                Put(address, name, value);
            }

            shop.Rows.Save("address", address);
        }

        return View(shop, account);
    }

    /// <summary>An account in short, for tests and for the demo's count.</summary>
    public static JsonObject View(ShopUnit shop, JsonObject account)
    {
        var main = Main(shop, account);
        return new JsonObject
        {
            ["profileId"] = account.Long("profile_id"),
            ["email"] = account.Text("login"),
            ["status"] = account.Text("status"),
            ["name"] = $"{ComplexAddress.Field(main, "firstname")} {ComplexAddress.Field(main, "lastname")}".Trim(),
            ["street"] = ComplexAddress.Field(main, "street"),
            ["city"] = ComplexAddress.Field(main, "city"),
            ["zipcode"] = ComplexAddress.Field(main, "zipcode"),
            ["country"] = main?.Text("country") ?? "",
            ["phone"] = ComplexAddress.Field(main, "phone"),
            ["addresses"] = shop.Rows.Owned("address", account.Text("profile_id")).Count,
        };
    }

    private static JsonObject? Main(ShopUnit shop, JsonObject account)
    {
        var book = shop.Rows.Owned("address", account.Text("profile_id"));
        return book.FirstOrDefault(address => address.Flag("is_billing")) ?? book.FirstOrDefault();
    }

    private void Put(JsonObject address, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        var fields = address.Rows("addressFields");
        if (fields.FirstOrDefault(field => field!.AsObject().Text("serviceName") == name) is { } known)
        {
            known["value"] = value;
        }
        else
        {
            fields.Add(new JsonObject { ["id"] = shop.Rows.Unit.Next("addressField"), ["serviceName"] = name, ["value"] = value });
        }
    }
}
