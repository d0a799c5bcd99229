using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Customers of a new organization: the guest, and some that its own sales people know.</summary>
internal static class SeedCustomers
{
    public static void Plant(Transaction transaction)
    {
        Account(transaction, "WEBGUEST", "Web guest", null, "USD", true, ("", "", "", "", "US"));
        Account(transaction, "ACME", "Acme Stores", "buyer@acme.example", "USD", true, ("500 Lake St", "Chicago", "IL", "60601", "US")).Set("defaultpricelevelid", SeedCatalogue.Link("pricelevel", "Wholesale"));
        Account(transaction, "NORDWIND", "Nordwind GmbH", "einkauf@nordwind.example", "EUR", true, ("Große Straße 5", "Köln", "", "50667", "DE"));
        Account(transaction, "RETIRED", "Retired Customer", "old@retired.example", "USD", false, ("1 Elm St", "Springfield", "IL", "62701", "US"));
        transaction.Insert(new Record(transaction.Schema["contact"], Ids.Of("contact", "buyer"))).Set("firstname", "Erin").Set("lastname", "Buyer").Set("emailaddress1", "buyer@acme.example")
            .Set("parentcustomerid", SeedCatalogue.Link("account", "ACME")).Set("transactioncurrencyid", SeedCatalogue.Link("transactioncurrency", "USD")).Set("statecode", 0L).Set("statuscode", 1L)
            .Set("ownerid", new Reference("systemuser", Seed.Person));
    }

    private static Record Account(
        Transaction transaction, string number, string name, string? email, string currency, bool isActive, (string Street, string City, string State, string PostalCode, string Country) address) =>
        transaction.Insert(new Record(transaction.Schema["account"], Ids.Of("account", number))).Set("accountnumber", number).Set("name", name).Set("emailaddress1", email)
            .Set("address1_line1", Given(address.Street)).Set("address1_city", Given(address.City)).Set("address1_stateorprovince", Given(address.State)).Set("address1_postalcode", Given(address.PostalCode))
            .Set("address1_country", address.Country).Set("transactioncurrencyid", SeedCatalogue.Link("transactioncurrency", currency)).Set("statecode", isActive ? 0L : 1L)
            .Set("statuscode", isActive ? 1L : 2L).Set("creditonhold", false).Set("ownerid", new Reference("systemuser", Seed.Person));

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
