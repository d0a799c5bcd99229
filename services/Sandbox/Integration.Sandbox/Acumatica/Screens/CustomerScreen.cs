using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>Customers (AR303000). With auto-numbering the ID sent for a new one is ignored, so a repeated create makes a second one.</summary>
internal sealed class CustomerScreen(ErpSettings settings) : Screen("Customer", "Customer")
{
    /// <summary>Statuses in which orders are taken.</summary>
    public static IReadOnlySet<string> Buying { get; } = new HashSet<string> { "Active", "Credit Hold", "One-Time" };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } =
        new HashSet<string> { "Customer.BAccountID", "Customer.NoteID", "Customer.CreatedDateTime", "Customer.LastModifiedDateTime", "Customer.Contacts" };

    /// <inheritdoc/>
    public override IReadOnlySet<string> Unoptimizable { get; } = new HashSet<string> { "CreditVerificationRules", "Salespersons" };

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
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!row.Has("CustomerID"))
        {
            row.Fail("CustomerID", "'Customer ID' cannot be empty.");
        }

        if (!row.Has("CustomerName"))
        {
            row.Fail("CustomerName", "'Customer Name' cannot be empty.");
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
        var address = row.Link("MainContact").Link("Address");
        if (isNew)
        {
            address.Default("Country", group.Text("Country"));
        }

        if (address.Text("Country").Length != 2)
        {
            address.Fail("Country", address.Has("Country")
                ? $"'Country' '{address.Text("Country")}' cannot be found in the system." : "'Country' cannot be empty.");
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
