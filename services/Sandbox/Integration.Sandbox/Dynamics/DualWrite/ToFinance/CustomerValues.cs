using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;

namespace Integration.Sandbox.Dynamics.DualWrite.ToFinance;

/// <summary>Accounts and contacts as customers of Finance and Operations.</summary>
internal static class CustomerValues
{
    /// <summary>The column that holds the customer's account number.</summary>
    public static string Number(string table) => table == "account" ? "accountnumber" : "msdyn_contactpersonid";

    /// <summary>The filter of the map: accounts that are customers, contacts that are sold to and have a number.</summary>
    public static bool IsTaken(Record record) => record.Table.Name == "account"
        ? record.Whole("customertypecode") == Choices.Customer
        : record.Flag("msdyn_sellable") && record.Text("msdyn_contactpersonid").Length > 0;

    public static Dictionary<string, object?> Of(Transaction transaction, Record record)
    {
        var values = new Dictionary<string, object?>
        {
            ["CustomerAccount"] = Given(record.Text(Number(record.Table.Name))),
            ["PartyType"] = record.Table.Name == "account" ? "Organization" : "Person",
            ["PrimaryContactEmail"] = Given(record.Text("emailaddress1")),
            ["PrimaryContactPhone"] = Given(record.Text("telephone1")),
            ["AddressStreet"] = Given(record.Text("address1_line1")),
            ["AddressCity"] = Given(record.Text("address1_city")),
            ["AddressState"] = Given(record.Text("address1_stateorprovince")),
            ["AddressZipCode"] = Given(record.Text("address1_postalcode")),
            ["AddressCountryRegionISOCode"] = Given(record.Text("address1_country")),
            ["CustomerGroupId"] = Given(transaction.Find(record.Link("msdyn_customergroupid"))?.Text("msdyn_groupid")),
            ["SalesCurrencyCode"] = Given(transaction.Find(record.Link("transactioncurrencyid"))?.Text("isocurrencycode")),
        };
        if (record.Table.Name == "account")
        {
            values["OrganizationName"] = Given(record.Text("name"));
            values["OnHoldStatus"] = Choices.OnHold(record.Whole("msdyn_onholdstatus"));
        }
        else
        {
            values["PersonFirstName"] = Given(record.Text("firstname"));
            values["PersonMiddleName"] = Given(record.Text("middlename"));
            values["PersonLastName"] = Given(record.Text("lastname"));
        }

        return values;
    }

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;
}
