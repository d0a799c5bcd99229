using Integration.Contracts.Records;

namespace Integration.Dynamics.Dataverse.Hints;

/// <summary>What a webhook says to look at where Dynamics 365 Sales stands alone: records go by their ids in Dataverse, so that a body that was cut is enough for most.</summary>
internal static class SalesRecords
{
    /// <summary>The records; none for other tables.</summary>
    public static IEnumerable<(string Entity, string Id)> Of(WebhookBody webhook) => webhook.Table switch
    {
        "salesorder" => [(Entities.Order, Id(webhook.Record))],
        "salesorderdetail" => Linked(webhook, "salesorderid", Entities.Order),
        "invoice" => [(Entities.Shipment, Id(webhook.Record)), .. Linked(webhook, "salesorderid", Entities.Order)],
        "invoicedetail" => Linked(webhook, "invoiceid", Entities.Shipment),
        "account" => [(Entities.Customer, Id(webhook.Record))],
        // Stock is known by the product's number, which an update shows only where it changed or an image was asked for.
        "product" => [(Entities.Product, Id(webhook.Record)), .. webhook.Key("productnumber") is { Length: > 0 } number ? [(Entities.Stock, number)] : ((string, string)[])[]],
        "productpricelevel" => Linked(webhook, "productid", Entities.Product),
        _ => [],
    };

    private static IEnumerable<(string Entity, string Id)> Linked(WebhookBody webhook, string lookup, string entity) => webhook.Linked(lookup).Select(record => (entity, Id(record)));

    private static string Id(Guid record) => record.ToString("D");
}
