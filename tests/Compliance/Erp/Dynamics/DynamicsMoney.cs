using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Payments;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Erp;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Books captures as the lane does, by the shipped mapping document.</summary>
internal static class DynamicsMoney
{
    private static readonly LookupTables Lookups = LookupTables.Parse(JsonNode.Parse("""{ "payment-methods": { "codes": {}, "default": "ONLINE" } }""")!.AsObject(), "test");

    /// <summary>Books an order's whole amount under a key.</summary>
    /// <param name="erp">The connector.</param>
    /// <param name="order">The order.</param>
    /// <param name="id">The ERP's order.</param>
    /// <param name="key">The key.</param>
    /// <param name="isFirst">Whether it is the first attempt for an order that was made just now.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<WriteOutcome> BookAsync(IErp erp, Order order, RecordRef id, string key, bool isFirst, CancellationToken ct)
    {
        var entry = new PaymentEntry
        {
            Key = key, Transaction = "T1", Kind = PaymentEntryKind.Capture, Method = "Card", Amount = order.Total, Currency = order.Currency, At = order.PlacedAt, LocalDate = order.LocalDate, ProviderReference = "pi_1",
        };
        var mapping = erp.Payments!.MappingOf(PaymentBooking.Payment)!;
        var document = MappingDocument.Parse(mapping.Default).Compile(mapping.Source, mapping.Target)
            .Map(PaymentSource.Of(new PostPayment(order.Key, order.Number, id, entry, [], 1)), Lookups, null, ct).Document!;
        return erp.Payments.PostAsync(new PaymentPosting(entry, id, [], new PaymentLane { Embed = false }) { IsFirst = isFirst }, document, ct);
    }
}
