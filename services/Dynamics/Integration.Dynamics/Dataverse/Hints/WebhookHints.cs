using Integration.Contracts.Records;

namespace Integration.Dynamics.Dataverse.Hints;

/// <summary>Which records a webhook of Dataverse says to look at. It is sent once, twice or not at all, and in no order: only keys are taken of it.</summary>
internal static class WebhookHints
{
    // Longer than any product number; the text goes into the row of the look.
    private const int LongestKey = 100;

    /// <summary>The records to look at; empty when it names nothing known or is the echo of a write of ours, null when the body is no webhook.</summary>
    /// <param name="body">The body.</param>
    /// <param name="tag">What our own writes are tagged with.</param>
    public static IReadOnlyList<(string Entity, string Id)>? Of(ReadOnlySpan<byte> body, string tag)
    {
        if (WebhookBody.Read(body) is not { } webhook) return null;
        if (webhook.Record == Guid.Empty || webhook.Tag == tag) return [];
        return [.. Records(webhook).Distinct()];
    }

    private static IEnumerable<(string Entity, string Id)> Records(WebhookBody webhook) => webhook.Table switch
    {
        "salesorder" => [(Entities.Order, Id(webhook.Record))],
        "salesorderdetail" => Linked(webhook, "salesorderid", Entities.Order),
        "invoice" => [(Entities.Shipment, Id(webhook.Record)), .. Linked(webhook, "salesorderid", Entities.Order)],
        "invoicedetail" => Linked(webhook, "invoiceid", Entities.Shipment),
        "account" => [(Entities.Customer, Id(webhook.Record))],
        "product" => [(Entities.Product, Id(webhook.Record)), .. Stock(webhook.Column("productnumber"))],
        "productpricelevel" => Linked(webhook, "productid", Entities.Product),
        _ => [],
    };

    private static IEnumerable<(string Entity, string Id)> Linked(WebhookBody webhook, string lookup, string entity) => webhook.Linked(lookup).Select(record => (entity, Id(record)));

    // Stock is known by the product's number, which an update shows only where it changed or an image was asked for.
    private static IEnumerable<(string Entity, string Id)> Stock(string number) => number.Length is > 0 and <= LongestKey && !number.Any(char.IsControl) ? [(Entities.Stock, number)] : [];

    private static string Id(Guid record) => record.ToString("D");
}
