using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Customers;

/// <summary>Customers (AR303000). With auto-numbering the ID sent for a new one is ignored, so a repeated create makes a second one.</summary>
internal sealed class CustomerScreen(ErpSettings settings) : Screen("Customer", "Customer")
{
    private static readonly string[] Statuses = ["Active", "On Hold", "Credit Hold", "Inactive", "One-Time"];

    /// <summary>Statuses in which orders are taken.</summary>
    public static IReadOnlySet<string> Buying { get; } = new HashSet<string> { "Active", "Credit Hold", "One-Time" };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "Customer.BAccountID", "Customer.NoteID", "Customer.CreatedDateTime", "Customer.LastModifiedDateTime", "Customer.Contacts", "Customer.PrimaryContact",
        "CreditVerificationRules.OpenOrdersBalance", "CreditVerificationRules.RemainingCreditLimit", "CreditVerificationRules.UnreleasedBalance",
    };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Unoptimizable { get; } = new HashSet<string> { "CreditVerificationRules", "Salespersons" };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["CreateContactFromCustomer"] = new(false, CreateContact),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Status", "Active").Set("CustomerClass", "WEB");

    /// <inheritdoc/>
    public override void Number(Save save, Row row)
    {
        if (settings.AutoNumbering)
        {
            row.Set("CustomerID", save.Next("Customer", "C"));
        }

        row.Set("BAccountID", 1000 + save.Numbers.GetValueOrDefault("Customer"));
    }

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        base.Apply(save, row, change, isNew);
        // One e-mail behind two names: the header's and the main contact's.
        var contact = row.Link("MainContact");
        if (change.Linked.GetValueOrDefault("MainContact")?.Values.ContainsKey("Email") == true || !change.Values.ContainsKey("Email"))
        {
            row.Set("Email", contact.Text("Email"));
        }
        else
        {
            contact.Set("Email", row.Text("Email"));
        }

        // One limit behind two names as well.
        if (change.Linked.GetValueOrDefault("CreditVerificationRules")?.Values.TryGetValue("CreditLimit", out var limit) == true)
        {
            row.Set("CreditLimit", limit);
        }
        else if (row.Has("CreditLimit"))
        {
            row.Link("CreditVerificationRules").Set("CreditLimit", row.Number("CreditLimit"));
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        foreach (var (field, display) in ((string, string)[])[("CustomerID", "Customer ID"), ("CustomerName", "Customer Name")])
        {
            if (!row.Has(field))
            {
                row.Fail(field, $"'{display}' cannot be empty.");
            }
        }

        if (!Statuses.Contains(row.Text("Status")))
        {
            row.Fail("Status", $"'{row.Text("Status")}' is not one of the values allowed for 'Customer Status'.");
        }

        if (save.Find("CustomerClass", row.Text("CustomerClass")) is not { } group)
        {
            Missing(row, "CustomerClass", "Customer Class", row.Text("CustomerClass"));
            return;
        }

        row.Default("CurrencyID", group.Text("CurrencyID")).Default("TaxZone", group.Text("TaxZoneID")).Default("Terms", group.Text("Terms"))
            .Default("EnableCurrencyOverride", group.Flag("EnableCurrencyOverride")).Default("StatementCycleID", group.Text("StatementCycleID"))
            .Default("ShipVia", group.Text("ShipVia"));
        Exists(save, row, "Currency", "CurrencyID", "Currency");
        Exists(save, row, "TaxZone", "TaxZone", "Tax Zone");
        Exists(save, row, "ShipVia", "ShipVia", "Ship Via");
        Exists(save, row, "CustomerPriceClass", "PriceClassID", "Price Class");
        Exists(save, row, "Warehouse", "WarehouseID", "Warehouse");
        CustomerContacts.Check(row, group, isNew);
        if (!row.HasErrors)
        {
            CustomerContacts.KeepMainLocation(save, row);
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (save.All("SalesOrder").Concat(save.All("Payment")).Any(document => document.Text("CustomerID") == row.Text("CustomerID")))
        {
            throw ErpFault.Exception($"Error: The {row.Text("CustomerID")} customer cannot be deleted because it is used in documents.");
        }

        foreach (var location in save.All("CustomerLocation").Where(location => location.Text("Customer") == row.Text("CustomerID")))
        {
            save.Delete(location);
        }

        base.Delete(save, row);
    }

    /// <inheritdoc/>
    public override Row Show(Tenant tenant, Row row, View view) => CustomerContacts.Show(tenant, row, view);

    private static void CreateContact(Save save, Row customer, Change parameters)
    {
        if (parameters.Text("LastName").Length == 0)
        {
            throw ErpFault.Exception("Error: 'Last Name' cannot be empty.");
        }

        var contact = save.Insert(ContactScreen.Begin(save)).Set("BusinessAccount", customer.Text("CustomerID")).Set("CompanyName", customer.Text("CustomerName"));
        foreach (var field in (string[])["FirstName", "LastName", "JobTitle", "Phone1Type", "Phone1", "Phone2Type", "Phone2", "Email", "ContactClass"])
        {
            contact.Set(field, parameters.Text(field));
        }

        ContactScreen.Name(contact);
        if (!customer.Has("PrimaryContactID"))
        {
            customer.Set("PrimaryContactID", contact.Whole("ContactID"));
        }
    }

    private static void Exists(Save save, Row row, string entity, string field, string display)
    {
        if (row.Has(field) && save.Find(entity, row.Text(field)) is null)
        {
            Missing(row, field, display, row.Text(field));
        }
    }
}
