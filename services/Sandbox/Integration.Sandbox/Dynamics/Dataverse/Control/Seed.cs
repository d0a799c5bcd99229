using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>What a new organization holds.</summary>
internal static class Seed
{
    /// <summary>Grows when a new organization holds something else than before: older books then lack what callers rely on.</summary>
    public const long Version = 1;

    /// <summary>The person on whose behalf the control paths act.</summary>
    public static Guid Person { get; } = Ids.Of("systemuser", "person");

    /// <summary>The application user of the integration.</summary>
    public static Guid ApplicationUser { get; } = Ids.Of("systemuser", "application");

    public static bool Plant(Transaction transaction, string organization, Guid clientId)
    {
        transaction.User = Person;
        transaction.Insert(new Record(transaction.Schema["organization"], Ids.Of("organization", "one"))).Set("name", organization).Set("issopintegrationenabled", false)
            .Set("expirechangetrackingindays", 7L).Set("createproductswithoutparentinactivestate", false).Set("basecurrencyid", SeedCatalogue.Link("transactioncurrency", "USD"));
        User(transaction, Person, "Pat", "Seller", "pat@sandbox.example");
        User(transaction, ApplicationUser, "# Integration", "", "integration@sandbox.example").Set("applicationid", clientId).Set("isintegrationuser", true);
        foreach (var message in (string[])["Create", "Update", "Delete"])
        {
            transaction.Insert(new Record(transaction.Schema["sdkmessage"], Ids.Of("sdkmessage", message))).Set("name", message);
            foreach (var table in transaction.Schema.Tables)
            {
                transaction.Insert(new Record(transaction.Schema["sdkmessagefilter"], Ids.Of("sdkmessagefilter", $"{message}:{table.Name}"))).Set("primaryobjecttypecode", table.Name)
                    .Set("sdkmessageid", SeedCatalogue.Link("sdkmessage", message));
            }
        }

        SeedCatalogue.Plant(transaction);
        SeedCustomers.Plant(transaction);
        return true;
    }

    private static Record User(Transaction transaction, Guid id, string first, string last, string email) => transaction.Insert(new Record(transaction.Schema["systemuser"], id))
        .Set("firstname", first).Set("lastname", last).Set("internalemailaddress", email).Set("domainname", email).Set("isdisabled", false).Set("isintegrationuser", false);
}
