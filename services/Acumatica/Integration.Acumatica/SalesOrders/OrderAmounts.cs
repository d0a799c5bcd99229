using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;

namespace Integration.Acumatica.SalesOrders;

/// <summary>What a plain sales order document adds up to when Acumatica computes its totals (which it does itself: totals that are sent are ignored).</summary>
internal static class OrderAmounts
{
    /// <summary>Lines − document discounts + freight + taxes, in the document's currency.</summary>
    public static Money Total(JsonObject document)
    {
        var currency = Text(document, "CurrencyID");
        var lines = Rows(document, "Details").Sum(line => LineAmount(line, currency));
        var discounts = Rows(document, "DiscountDetails").Sum(row => Number(row, "DiscountAmount") ?? 0);
        var totals = document["Totals"] as JsonObject ?? [];
        var freight = (Number(totals, "Freight") ?? 0) + (Number(totals, "PremiumFreight") ?? 0);
        return new Money(lines - discounts + freight + TaxTotal(document), currency);
    }

    /// <summary>The sum of the document's taxes.</summary>
    public static decimal TaxTotal(JsonObject document) => Rows(document, "TaxDetails").Sum(row => Number(row, "TaxAmount") ?? 0);

    /// <summary>Quantity × unit price, rounded to the currency half away from zero, less the line's discount.</summary>
    public static decimal LineAmount(JsonObject line, string currency) =>
        Currencies.Round((Number(line, "OrderQty") ?? 0) * (Number(line, "UnitPrice") ?? 0), currency) - (Number(line, "DiscountAmount") ?? 0);

    /// <summary>The rows of a plain detail collection.</summary>
    public static IEnumerable<JsonObject> Rows(JsonObject document, string collection) =>
        (document[collection] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>A plain number, or null.</summary>
    public static decimal? Number(JsonObject record, string field) =>
        record[field] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<decimal>() : null;

    /// <summary>A plain text, or empty.</summary>
    public static string Text(JsonObject record, string field) =>
        record[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
