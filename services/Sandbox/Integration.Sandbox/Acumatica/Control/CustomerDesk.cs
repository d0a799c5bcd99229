using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Customers;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Plays the people who look after customers: they correct names, telephone numbers and addresses, and hold or retire them.</summary>
internal sealed class CustomerDesk(Tenant tenant)
{
    private static readonly (string Name, string Field)[] OfHeader = [("status", "Status"), ("customerName", "CustomerName"), ("priceClass", "PriceClassID")];
    private static readonly (string Name, string Field)[] OfContact = [("email", "Email"), ("attention", "Attention"), ("phone", "Phone1")];

    private static readonly (string Name, string Field)[] OfAddress =
        [("street", "AddressLine1"), ("street2", "AddressLine2"), ("city", "City"), ("postalCode", "PostalCode"), ("state", "State"), ("country", "Country")];

    /// <summary>Changes a customer, named by <c>customerID</c> or <c>email</c>; makes it when <c>customerID</c> is new.</summary>
    public Task<JsonObject> SetAsync(JsonElement wish, CancellationToken cancellationToken) => tenant.SaveAsync(
        save =>
        {
            var id = Text(wish, "customerID");
            var customer = id is null
                ? save.All("Customer").FirstOrDefault(row => row.Text("Email").Equals(Text(wish, "email"), StringComparison.OrdinalIgnoreCase)) is { } known ? save.Edit(known) : null
                : save.Find("Customer", id) is { } named ? save.Edit(named) : Made(save, id, wish);
            if (customer is null)
            {
                throw ErpFault.NotFound($"There is no customer {Text(wish, "email")}.");
            }

            var contact = customer.Link("MainContact");
            Put(wish, customer, OfHeader);
            Put(wish, contact, OfContact);
            Put(wish, contact.Link("Address"), OfAddress);
            customer.Set("Email", contact.Text("Email"));
            CustomerContacts.Check(customer, customer, isNew: false);
            return new JsonObject { ["customerID"] = customer.Text("CustomerID"), ["status"] = customer.Text("Status") };
        },
        cancellationToken);

    private static Row? Made(Save save, string id, JsonElement wish)
    {
        if (Text(wish, "customerName") is null)
        {
            return null;
        }

        var customer = save.Insert(save.New("Customer").Set("CustomerID", id)).Set("CustomerClass", "WEB").Set("Status", "Active").Set("CurrencyID", "USD").Set("EnableCurrencyOverride", true)
            .Set("TaxZone", "WEB").Set("Terms", "30D").Set("BAccountID", 950 + save.All("Customer").Count);
        customer.Link("MainContact").Link("Address").Set("Country", "US");
        CustomerContacts.KeepMainLocation(save, customer);
        return customer;
    }

    private static void Put(JsonElement wish, Row row, (string Name, string Field)[] fields)
    {
        foreach (var (name, field) in fields)
        {
            if (Text(wish, name) is { } value)
            {
                row.Set(field, value);
            }
        }
    }

    private static string? Text(JsonElement wish, string name) => wish.TryGetProperty(name, out var value) ? value.GetString() : null;
}
