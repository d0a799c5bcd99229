using System.Text.Json.Nodes;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Caps what embedded payments apply to the order at what is still unpaid, as Acumatica's own connector does; more is refused by the ERP.</summary>
internal static class AppliedPayments
{
    /// <summary>Rewrites <c>AppliedToOrder</c> of the document's payments.</summary>
    public static void Apply(JsonObject document)
    {
        var unpaid = OrderAmounts.Total(document).Amount;
        foreach (var payment in OrderAmounts.Rows(document, "Payments"))
        {
            var wanted = OrderAmounts.Number(payment, "AppliedToOrder") ?? OrderAmounts.Number(payment, "PaymentAmount") ?? 0;
            var applied = Math.Max(0, Math.Min(wanted, unpaid));
            payment["AppliedToOrder"] = applied;
            unpaid -= applied;
        }
    }
}
