using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Customers of Finance and Operations as accounts and contacts.</summary>
internal static class CustomerColumns
{
    public static void Copy(RecordEdit edit, Links links, Row row, bool adopts)
    {
        var isPerson = row.Text("PartyType") == "Person";
        var (table, number) = isPerson ? ("contact", "msdyn_contactpersonid") : ("account", "accountnumber");
        List<(string, object?)> values =
        [
            (Company.Lookup, links.Company), (number, row.Text("CustomerAccount")), ("emailaddress1", row.Text("PrimaryContactEmail")), ("telephone1", row.Text("PrimaryContactPhone")),
            ("address1_line1", row.Text("AddressStreet")), ("address1_city", row.Text("AddressCity")), ("address1_stateorprovince", row.Text("AddressState")),
            ("address1_postalcode", row.Text("AddressZipCode")), ("address1_country", row.Text("AddressCountryRegionISOCode")), ("transactioncurrencyid", links.Currency(row.Text("SalesCurrencyCode"))),
            ("msdyn_customergroupid", links.To("msdyn_customergroup", "msdyn_groupid", row.Text("CustomerGroupId"))),
            .. isPerson ? Person(row) : Organization(row),
        ];
        var found = links.Find(table, number, row.Text("CustomerAccount")) ?? (adopts ? edit.Transaction.First(table, [number], row.Text("CustomerAccount")) : null);
        edit.Lay(found ?? edit.New(table), found is null, values);
    }

    private static (string, object?)[] Organization(Row row) =>
        [("name", row.Text("OrganizationName")), ("customertypecode", Choices.Customer), ("msdyn_onholdstatus", Choices.OnHold(row.Text("OnHoldStatus")))];

    private static (string, object?)[] Person(Row row) =>
        [("firstname", row.Text("PersonFirstName")), ("middlename", row.Text("PersonMiddleName")), ("lastname", row.Text("PersonLastName")), ("msdyn_sellable", true)];
}
