using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Customers;

/// <summary>Customer locations (AR303020), keyed by customer and a location ID given by hand.</summary>
internal sealed class LocationScreen() : Screen("CustomerLocation", "Customer Location")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "CustomerLocation.Default", "CustomerLocation.NoteID", "CustomerLocation.LastModifiedDateTime" };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Active", true).Set("Status", "Active");

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (save.Find("Customer", row.Text("Customer")) is not { } customer)
        {
            Missing(row, "Customer", "Customer", row.Text("Customer"));
            return;
        }

        if (!row.Has("LocationID"))
        {
            row.Fail("LocationID", "'Location ID' cannot be empty.");
        }

        row.Default("TaxZone", customer.Text("TaxZone")).Default("ShipVia", customer.Text("ShipVia")).Set("Status", row.Flag("Active") ? "Active" : "Inactive");
        foreach (var (field, entity, display) in ((string, string, string)[])
            [("TaxZone", "TaxZone", "Tax Zone"), ("ShipVia", "ShipVia", "Ship Via"), ("PriceClass", "CustomerPriceClass", "Price Class"), ("Warehouse", "Warehouse", "Warehouse")])
        {
            if (row.Has(field) && save.Find(entity, row.Text(field)) is null)
            {
                Missing(row, field, display, row.Text(field));
            }
        }

        if (row.Flag("AddressOverride"))
        {
            CustomerContacts.CheckCountry(row.Link("LocationContact").Link("Address"));
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (row.Flag("Default"))
        {
            throw Calls.ErpFault.Exception("Error: The default location of a customer cannot be deleted.");
        }

        base.Delete(save, row);
    }
}
