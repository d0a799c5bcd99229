using Integration.Acumatica.Protocol;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Customers;

/// <summary>Turns a Customer record into one that lanes understand.</summary>
internal static class CustomerReading
{
    /// <summary>What must be expanded: every level by itself.</summary>
    public const string Expand = "MainContact,MainContact/Address";

    /// <summary>The customer, or why it cannot be used.</summary>
    public static ReadOutcome<ErpCustomer> Read(EntityRecord record) => Of(record) is { } customer
        ? new ReadOutcome<ErpCustomer>.Found(customer)
        : new ReadOutcome<ErpCustomer>.Unreadable([new Reason("LastModifiedDateTime", "The customer came without id or change stamp: check the user's rights to the form.")]);

    /// <summary>The customer, or null when it came without id or change stamp.</summary>
    public static ErpCustomer? Of(EntityRecord record)
    {
        var id = record.Text("CustomerID");
        if (id.Length == 0 || record.Moment("LastModifiedDateTime") is not { } changed) return null;
        var email = record.Linked("MainContact").Text("Email").ToLowerInvariant();
        return new ErpCustomer(id, id, email, record.Text("Status") != "Inactive", changed, PlainRecord.Of(record.Json));
    }
}
