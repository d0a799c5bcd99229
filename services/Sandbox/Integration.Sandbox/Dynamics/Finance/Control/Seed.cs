using Integration.Sandbox.Dynamics.Finance.Customers;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Ledger;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>What a new environment holds: the legal entities <c>usmf</c>, which has stock, and <c>demf</c>, which has none.</summary>
internal static class Seed
{
    /// <summary>Grows when a new environment holds something else than before: older books then lack what the rules rely on.</summary>
    public const long Version = 1;

    /// <summary>Legal entities.</summary>
    public static IReadOnlyList<string> Companies { get; } = ["usmf", "demf"];

    private static readonly (string Id, string Name, string Type)[] MainAccounts =
    [
        ("10200", "Cash web USD", "BalanceSheet"), ("10250", "Cash web EUR", "BalanceSheet"), ("10260", "Cash web GBP", "BalanceSheet"), ("10270", "Cash web JPY", "BalanceSheet"),
        ("10300", "Cash PayPal", "BalanceSheet"), ("10900", "Gift cards redeemed", "BalanceSheet"), ("11000", "Accounts receivable", "BalanceSheet"), ("12200", "Payments under way", "BalanceSheet"),
        ("20600", "Customer deposits", "BalanceSheet"), ("23000", "Gift cards", "BalanceSheet"), ("23100", "Store credit", "BalanceSheet"), ("24000", "Sales tax payable", "BalanceSheet"),
        ("40000", "Sales", "ProfitAndLoss"), ("49000", "Discounts", "ProfitAndLoss"), ("62000", "Payment fees", "ProfitAndLoss"),
    ];

    public static void Plant(Save save)
    {
        foreach (var (id, name, type) in MainAccounts)
        {
            save.Insert(save.New(Tables.MainAccounts, "").Set("ChartOfAccounts", Accounts.Chart).Set("MainAccountId", id)).Set("Name", name).Set("MainAccountType", type);
        }

        foreach (var company in Companies)
        {
            Setup(save, company);
            Customers(save, company);
            SeedItems.Plant(save, company, hasStock: company == Companies[0]);
        }

        SeedEvents.Plant(save);
    }

    private static void Setup(Save save, string company)
    {
        foreach (var (id, name, site) in ((string, string, string)[])[("MAIN", "Main warehouse", "1"), ("EAST", "Warehouse in the east", "2"), ("RETURNS", "Returned goods", "1")])
        {
            save.Insert(save.New(Tables.Warehouses, company).Set("WarehouseId", id)).Set("WarehouseName", name).Set("OperationalSiteId", site).Set("WarehouseType", "Standard");
        }

        foreach (var (code, name) in ((string, string)[])[("GROUND", "Ground"), ("EXPRESS", "Express"), ("PICKUP", "Customer pick-up"), ("FREE", "Free shipping")])
        {
            save.Insert(save.New(Tables.DeliveryModes, company).Set("ModeCode", code)).Set("ModeDescription", name);
        }

        foreach (var (name, account) in ((string, string)[])[("ONLINE", "10200"), ("PHONE", "10200"), ("COD", "10200"), ("CHECK", "10200"), ("CARD", "10200"), ("PAYPAL", "10300"), ("GIFTCARD", "10900")])
        {
            save.Insert(save.New(Tables.PaymentMethods, company).Set("Name", name)).Set("Description", name).Set("AccountType", "Ledger").Set("PaymentAccountDisplayValue", account)
                .Set("PaymentType", name == "CARD" ? "CreditCard" : "Other").Set("PaymentJournalName", Codes.PaymentJournalNames[1]);
        }
    }

    private static void Customers(Save save, string company)
    {
        Customer("WEBGUEST", "Web guest", "", "WEB", "", "USD", "No", ("", "", "", "", "USA", "US"));
        Customer("ACME", "Acme Stores", "buyer@acme.example", "WHOLESALE", "WHOLESALE", "USD", "No", ("500 Lake St", "Chicago", "IL", "60601", "USA", "US"));
        Customer("NORDWIND", "Nordwind GmbH", "einkauf@nordwind.example", "WEB", "VIP", "EUR", "No", ("Große Straße 5", "Köln", "", "50667", "DEU", "DE"));
        Customer("RETIRED", "Retired Customer", "old@retired.example", "WEB", "", "USD", "All", ("1 Elm St", "Springfield", "IL", "62701", "USA", "US"));

        void Customer(
            string account, string name, string email, string group, string price, string currency, string hold,
            (string Street, string City, string State, string ZipCode, string Country, string Iso) address) =>
            save.Insert(save.New(Tables.Customers, company).Set("CustomerAccount", account)).Set("PartyType", "Organization").Set("OrganizationName", name).Set(CustomerNames.Name, name)
                .Set("NameAlias", name).Set("PartyNumber", save.Next("PartyNumber", "", "{0:000000000}")).Set("PrimaryContactEmail", email).Set("CustomerGroupId", group)
                .Set("DiscountPriceGroupId", price).Set("SalesCurrencyCode", currency).Set("OnHoldStatus", hold).Set("PaymentTerms", "Net30").Set("LanguageId", "en-US")
                .Set("AddressStreet", address.Street).Set("AddressCity", address.City).Set("AddressState", address.State).Set("AddressZipCode", address.ZipCode)
                .Set("AddressCountryRegionId", address.Country).Set("AddressCountryRegionISOCode", address.Iso);
    }
}
