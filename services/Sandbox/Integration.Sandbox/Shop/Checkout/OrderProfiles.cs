using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>
/// The profiles of an order: its own copy with the addresses, and whom it belongs to - the customer's account, or one
/// anonymous row per guest e-mail that later guest orders use again.
/// </summary>
internal sealed class OrderProfiles(ShopUnit shop)
{
    private const string Guests = "guest";
    private const string Accounts = "account";

    public JsonObject Own(CheckoutRequest request, bool anonymous)
    {
        var profile = Profile(request, anonymous);
        var shipping = request.Shipping ?? request.Billing;
        if (shipping == request.Billing)
        {
            Address(profile, request.Billing, billing: true, shipping: true);
        }
        else
        {
            Address(profile, request.Billing, billing: true, shipping: false);
            Address(profile, shipping, billing: false, shipping: true);
        }

        return profile;
    }

    public JsonObject? Account(string email)
    {
        var name = email.ToLowerInvariant();
        if (Remembered(Accounts, name) is { } known && IsAccount(known) && string.Equals(known.Text("login"), email, StringComparison.OrdinalIgnoreCase)) return known;
        return shop.Rows.By("profile", email).FirstOrDefault(IsAccount) is { } account ? Remember(account, Accounts, name) : null;
    }

    /// <summary>Makes an account from the registration form.</summary>
    public JsonObject Register(string email, CheckoutAddress address)
    {
        var account = LoggedIn(Profile(new CheckoutRequest { Customer = new CheckoutCustomer { Email = email, Guest = false }, Billing = address }, anonymous: false));
        Address(account, address, billing: true, shipping: true);
        return account;
    }

    public JsonObject Owner(CheckoutRequest request)
    {
        if (!request.Customer.Guest)
        {
            return Account(request.Customer.Email) ?? Register(request.Customer.Email, request.Billing);
        }

        return Remembered(Guests, request.Customer.Email) ?? Remember(Profile(request, anonymous: true), Guests, request.Customer.Email);
    }

    private static bool IsAccount(JsonObject profile) => !profile.Flag("anonymous") && profile["order"] is null;

    // Looked up by itself: a customer with thousands of orders has thousands of profile rows of the same login.
    private JsonObject Remember(JsonObject profile, string kind, string email)
    {
        shop.Rows.Unit.Put(kind, email, new JsonObject { ["profile"] = profile["profile_id"]?.DeepClone() });
        return profile;
    }

    private JsonObject? Remembered(string kind, string email) => shop.Rows.Find("profile", shop.Rows.Unit.Find<JsonObject>(kind, email)?.Text("profile"));

    // Who makes an account in a checkout is logged in with it at once.
    private JsonObject LoggedIn(JsonObject profile)
    {
        profile["password"] = "SHA512:sandbox-hash";
        profile["first_login"] = shop.Now;
        profile["last_login"] = shop.Now;
        shop.Rows.Save("profile", profile);
        return profile;
    }

    private JsonObject Profile(CheckoutRequest request, bool anonymous) => shop.Rows.Insert("profile", new JsonObject
    {
        ["login"] = request.Customer.Email,
        ["added"] = shop.Now,
        ["anonymous"] = anonymous,
        ["searchFakeField"] =
            $"{request.Billing.Firstname} {request.Billing.Lastname} {request.Billing.Firstname};{request.Customer.Email}",
    });

    private void Address(JsonObject profile, CheckoutAddress address, bool billing, bool shipping)
    {
        var state = shop.Rows.Owned("state", address.Country).FirstOrDefault(row => row.Text("code") == address.State);
        var fields = new JsonArray();
        void Add(string name, JsonNode? value) => fields.Add(new JsonObject
        {
            ["id"] = shop.Rows.Unit.Next("addressField"),
            ["serviceName"] = name,
            ["value"] = value,
        });

        Add("country_code", address.Country);
        Add("firstname", Cart.Plain(address.Firstname));
        Add("lastname", Cart.Plain(address.Lastname));
        Add("street", Cart.Plain(address.Street));
        Add("city", Cart.Plain(address.City));
        if (state is not null)
        {
            Add("state_id", state.Long("state_id"));
        }

        Add("custom_state", state?.Text("state") ?? Cart.Plain(address.State));
        Add("zipcode", address.Zipcode);
        Add("phone", address.Phone);
        shop.Rows.Insert("address", new JsonObject
        {
            ["profile"] = profile["profile_id"]?.DeepClone(),
            ["is_billing"] = billing,
            ["is_shipping"] = shipping,
            ["country"] = address.Country,
            ["state"] = state?["state_id"]?.DeepClone(),
            ["addressFields"] = fields,
        });
    }
}
