using System.Text.Json.Nodes;

namespace Integration.Connectors.Ports;

/// <summary>A customer as the ERP keeps it. Personal data: never logged.</summary>
/// <param name="Id">The ERP's id.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Email">E-mail, trimmed and in lower case; empty when it has none.</param>
/// <param name="IsActive">False when the ERP no longer sells to it.</param>
/// <param name="ChangedAt">The ERP's change stamp.</param>
/// <param name="Record">The whole record by the ERP's own field names, as plain values: the source of the mapping to the storefront.</param>
public sealed record ErpCustomer(string Id, string Number, string Email, bool IsActive, DateTimeOffset ChangedAt, JsonObject Record)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => $"{nameof(ErpCustomer)} {Id}";
}
