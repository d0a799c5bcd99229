using Integration.Contracts.Records;

namespace Integration.Dynamics.Dataverse.Hints;

/// <summary>
/// What a webhook says to look at with dual-write: records go by F&amp;O's numbers, in which dual-write writes them. Of a change that does not show the number, nothing is named; and lines and invoices
/// show only the id of their order.
/// </summary>
internal static class DualWriteRecords
{
    private static readonly Dictionary<string, (string Entity, string Number)> Tables = new(StringComparer.Ordinal)
    {
        ["salesorder"] = (Entities.Order, "msdyn_salesordernumber"),
        ["account"] = (Entities.Customer, "accountnumber"),
        ["contact"] = (Entities.Customer, "msdyn_contactpersonid"),
        ["product"] = (Entities.Product, "msdyn_itemnumber"),
    };

    /// <summary>The record; none for other tables.</summary>
    public static IEnumerable<(string Entity, string Id)> Of(WebhookBody webhook) =>
        Tables.TryGetValue(webhook.Table, out var known) && webhook.Key(known.Number) is { Length: > 0 } number ? [(known.Entity, number)] : [];
}
