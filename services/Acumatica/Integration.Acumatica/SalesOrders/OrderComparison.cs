using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Compares what Acumatica stored with what was to be written. Needed because it answers 200 for unknown fields, for fields that
/// the role may not edit and for amounts that it recalculated.
/// </summary>
internal static class OrderComparison
{
    private static readonly string[] HeaderFields = ["CustomerID", "CurrencyID", "CustomerOrder", "ExternalRef"];

    /// <summary>The parts of the order that must be expanded for a comparison.</summary>
    public static string Expand(JsonObject wanted) => OrderAmounts.Rows(wanted, "Payments").Any() ? "Details,Payments" : "Details";

    /// <summary>Every difference in header, lines, quantities and totals; empty when they agree.</summary>
    public static IReadOnlyList<Reason> Differences(JsonObject wanted, EntityRecord stored)
    {
        var differences = new List<Reason>();
        foreach (var field in HeaderFields)
        {
            var value = OrderAmounts.Text(wanted, field).Trim();
            if (value.Length > 0 && !Same(value, stored.Text(field))) differences.Add(Differs(field, value, stored.Text(field)));
        }

        CompareLines(wanted, stored, differences);
        ComparePayments(wanted, stored, differences);
        Compare("TaxTotal", OrderAmounts.TaxTotal(wanted), stored.Number("TaxTotal"), differences);
        Compare("OrderTotal", OrderAmounts.Total(wanted).Amount, stored.Number("OrderTotal"), differences);
        return differences;
    }

    private static void CompareLines(JsonObject wanted, EntityRecord stored, List<Reason> differences)
    {
        var currency = OrderAmounts.Text(wanted, "CurrencyID");
        var left = stored.Rows("Details").ToList();
        var index = -1;
        foreach (var line in OrderAmounts.Rows(wanted, "Details"))
        {
            index++;
            var at = string.Create(CultureInfo.InvariantCulture, $"Details[{index}]");
            var match = Match(line, left);
            if (match is not { } found)
            {
                differences.Add(new Reason(at, $"The line with item {OrderAmounts.Text(line, "InventoryID")} is not in the ERP's order."));
                continue;
            }

            left.Remove(found);
            if (!Same(OrderAmounts.Text(line, "InventoryID").Trim(), found.Text("InventoryID")))
                differences.Add(Differs(at + ".InventoryID", OrderAmounts.Text(line, "InventoryID"), found.Text("InventoryID")));
            Compare(at + ".OrderQty", OrderAmounts.Number(line, "OrderQty") ?? 0, found.Number("OrderQty"), differences);
            Compare(at + ".Amount", OrderAmounts.LineAmount(line, currency), found.Number("Amount"), differences);
        }

        foreach (var extra in left.Where(line => !line.Flag("FreeItem")))
            differences.Add(new Reason("Details", $"The ERP's order has a line more: item {extra.Text("InventoryID")}."));
    }

    private static void ComparePayments(JsonObject wanted, EntityRecord stored, List<Reason> differences)
    {
        var index = -1;
        foreach (var payment in OrderAmounts.Rows(wanted, "Payments"))
        {
            index++;
            var at = string.Create(CultureInfo.InvariantCulture, $"Payments[{index}]");
            var reference = OrderAmounts.Text(payment, "ExternalRef");
            var match = stored.Rows("Payments").FirstOrDefault(row => Same(row.Text("ExternalRef"), reference));
            if (match.Json is null) differences.Add(new Reason(at, $"The payment {reference} is not on the ERP's order."));
            else Compare(at + ".PaymentAmount", OrderAmounts.Number(payment, "PaymentAmount") ?? 0, match.Number("PaymentAmount"), differences);
        }
    }

    /// <summary>The stored line that a wanted one became: by our line id, else by item.</summary>
    public static EntityRecord? Match(JsonObject line, IReadOnlyList<EntityRecord> stored)
    {
        var reference = OrderAmounts.Text(line, "ExternalRef");
        var item = OrderAmounts.Text(line, "InventoryID").Trim();
        foreach (var candidate in stored)
            if (reference.Length > 0 && candidate.Text("ExternalRef") == reference) return candidate;
        foreach (var candidate in stored)
            if (candidate.Text("ExternalRef").Length == 0 && Same(candidate.Text("InventoryID"), item)) return candidate;
        return null;
    }

    private static void Compare(string field, decimal wanted, decimal? stored, List<Reason> differences)
    {
        if (wanted != (stored ?? 0)) differences.Add(Differs(field, Text(wanted), Text(stored ?? 0)));
    }

    private static Reason Differs(string field, string wanted, string stored) => new(field, $"Wanted {wanted}, the ERP has {(stored.Length == 0 ? "nothing" : stored)}.");

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
