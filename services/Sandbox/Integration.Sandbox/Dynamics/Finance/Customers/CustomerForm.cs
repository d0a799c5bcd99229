using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Customers;

/// <summary>Customers.</summary>
internal sealed class CustomerForm : IForm
{
    private const string Person = "Person";
    private const string Organization = "Organization";

    private static readonly string[] NameParts = ["PersonFirstName", "PersonMiddleName", "PersonLastName"];
    private static readonly string[] AddressParts = ["AddressStreet", "AddressCity", "AddressState", "AddressZipCode", "AddressCountryRegionId"];

    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "FullPrimaryAddress", "AddressRecordId", "PrimaryContactEmailRecordId", "PrimaryContactPhoneRecordId", "PrimaryContactFaxRecordId", "PrimaryContactURLRecordId" };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", "CustomerAccount", "PartyType", "PartyNumber" };

    public void Create(Entry entry)
    {
        var row = entry.Row;
        row.Default("PartyType", Organization).Default("SalesCurrencyCode", "USD").Default("LanguageId", "en-US").Default("OnHoldStatus", "No");
        if (row.Text("PartyType") is not (Person or Organization))
        {
            throw entry.Refuse($"The value '{row.Text("PartyType")}' in field 'Party type' is not valid.");
        }

        Check(entry);
        entry.Number("CustomerAccount", "Customer account", "C-{0:000000}");
        row.Default("PartyNumber", entry.Save.Next("PartyNumber", "", "{0:000000000}"));
        entry.Save.Insert(row);
    }

    public void Update(Entry entry) => Check(entry);

    public void Delete(Entry entry)
    {
        var account = entry.Row.Text("CustomerAccount");
        if (entry.Save.By(Tables.SalesOrders, entry.Company, "OrderingCustomerAccountNumber", account).Count > 0
            || entry.Save.By(Tables.PaymentLines, entry.Company, "AccountDisplayValue", account).Count > 0)
        {
            throw entry.Refuse($"Customer {account} cannot be deleted because there are transactions.");
        }

        entry.Save.Delete(entry.Row);
    }

    /// <summary>Checks and completes what is in the record.</summary>
    private static void Check(Entry entry)
    {
        var row = entry.Row;
        entry.Required("CustomerGroupId", "Customer group");
        entry.Code("CustomerGroupId", "Customer group", "Customer groups", Codes.CustomerGroups);
        entry.Required("SalesCurrencyCode", "Currency");
        entry.Code("SalesCurrencyCode", "Currency", "Currencies", Codes.Currencies.Keys);
        entry.Code("SalesTaxGroup", "Sales tax group", "Sales tax groups", Codes.TaxGroups);
        entry.Code("PaymentTerms", "Terms of payment", "Terms of payment", Codes.PaymentTerms);
        entry.Code("DiscountPriceGroupId", "Price group", "Price/discount groups", Codes.PriceGroups);
        entry.Code("SiteId", "Site", "Sites", Codes.Sites);
        entry.Related("WarehouseId", "Warehouse", Tables.Warehouses, "Warehouses");
        entry.Related("PaymentMethod", "Method of payment", Tables.PaymentMethods, "Methods of payment");
        entry.Related("DeliveryMode", "Mode of delivery", Tables.DeliveryModes, "Modes of delivery");
        if (row.Text("InvoiceAccount") != row.Text("CustomerAccount"))
        {
            entry.Related("InvoiceAccount", "Invoice account", Tables.Customers, "Customers");
        }

        Countries.Check(entry, "Address");
        Name(entry);
        row.Set("FullPrimaryAddress", string.Join('\n', AddressParts.Select(row.Text).Where(part => part.Length > 0)));
    }

    private static void Name(Entry entry)
    {
        var row = entry.Row;
        if (row.Text("PartyType") == Person)
        {
            entry.Required("PersonFirstName", "First name");
            entry.Required("PersonLastName", "Last name");
            row.Set(CustomerNames.Name, string.Join(' ', NameParts.Select(row.Text).Where(part => part.Length > 0)));
        }
        else
        {
            entry.Required("OrganizationName", "Name");
            row.Set(CustomerNames.Name, row.Text("OrganizationName"));
        }

        if (!entry.Sends("NameAlias"))
        {
            row.Set("NameAlias", row.Text(CustomerNames.Name));
        }
    }
}
