using Integration.Sandbox.Acumatica.Customers;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Customers of a new tenant beside the guest: they buy by the ERP's own sales people, until a shop learns of them.</summary>
internal static class SeedCustomers
{
    public static void Plant(Save save)
    {
        Customer(save, 901, "ACME", "Acme Stores", "buyer@acme.example", "WHOLESALE", "WHOLESALE", "USD", "Active", ("500 Lake St", "Chicago", "IL", "60601", "US"));
        Customer(save, 902, "NORDWIND", "Nordwind GmbH", "einkauf@nordwind.example", "WEB", "VIP", "EUR", "Active", ("Große Straße 5", "Köln", "", "50667", "DE"));
        Customer(save, 903, "RETIRED", "Retired Customer", "old@retired.example", "WEB", "", "USD", "Inactive", ("1 Elm St", "Springfield", "IL", "62701", "US"));
    }

    private static void Customer(
        Save save, long account, string id, string name, string email, string group, string price, string currency, string status,
        (string Street, string City, string State, string PostalCode, string Country) address)
    {
        var customer = save.Insert(save.New("Customer").Set("CustomerID", id)).Set("CustomerName", name).Set("Email", email).Set("CustomerClass", group).Set("PriceClassID", price)
            .Set("Status", status).Set("CurrencyID", currency).Set("EnableCurrencyOverride", true).Set("TaxZone", "WEB").Set("Terms", "30D").Set("BAccountID", account);
        customer.Link("MainContact").Set("Email", email).Set("DisplayName", name).Link("Address").Set("AddressLine1", address.Street).Set("City", address.City)
            .Set("State", address.State).Set("PostalCode", address.PostalCode).Set("Country", address.Country);
        CustomerContacts.Check(customer, customer, isNew: false);
        CustomerContacts.KeepMainLocation(save, customer);
    }
}
