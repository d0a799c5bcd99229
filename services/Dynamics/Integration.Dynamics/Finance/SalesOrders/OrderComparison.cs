using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Compares what F&amp;O stored with what was to be written: it defaults what it is not told, prices by its own agreements and cuts long texts.</summary>
internal static class OrderComparison
{
    private static readonly string[] HeaderFields = ["SalesOrderNumber", "OrderingCustomerAccountNumber", "InvoiceCustomerAccountNumber", "CurrencyCode", "CustomersOrderReference"];

    /// <summary>Every difference in header, lines, quantities and total; empty when they agree.</summary>
    public static IReadOnlyList<Reason> Differences(OrderDocument wanted, StoredOrder stored)
    {
        var found = new List<Reason>();
        foreach (var field in HeaderFields)
        {
            var value = wanted.Header.Text(field).Trim();
            if (value.Length > 0 && !Same(value, stored.Header.Text(field))) found.Add(Differs($"header.{field}", value, stored.Header.Text(field)));
        }

        CompareLines(wanted, stored, found);
        foreach (var field in (string[])["OrderTotalChargesAmount", "OrderTotalTaxAmount", "TotalDiscountAmount", "TotalDiscountPercentage"])
            Compare($"header.{field}", 0, stored.Header.Number(field), found);
        return found;
    }

    /// <summary>The stored line that a wanted one became: by our key, else by item where the line has no key; of the same item in either case.</summary>
    public static FinanceRecord? Match(JsonObject line, IReadOnlyList<FinanceRecord> stored)
    {
        var (key, item) = (line.Text(LineKeys.Field), line.Text("ItemNumber").Trim());
        foreach (var candidate in stored)
            if (key.Length > 0 && Same(candidate.Text(LineKeys.Field), key) && Same(candidate.Text("ItemNumber"), item)) return candidate;
        foreach (var candidate in stored)
            if (candidate.Text(LineKeys.Field).Length == 0 && Same(candidate.Text("ItemNumber"), item)) return candidate;
        return null;
    }

    /// <summary>Every difference of a line.</summary>
    public static IReadOnlyList<Reason> Differences(string at, JsonObject line, FinanceRecord stored, string currency)
    {
        var found = new List<Reason>();
        Compare($"{at}.OrderedSalesQuantity", line.Number("OrderedSalesQuantity") ?? 0, stored.Number("OrderedSalesQuantity"), found);
        Compare($"{at}.LineAmount", LinePrices.AmountOf(line, currency), stored.Number("LineAmount"), found);
        if (line.Text("SalesUnitSymbol").Trim() is { Length: > 0 } unit && !Same(unit, stored.Text("SalesUnitSymbol"))) found.Add(Differs($"{at}.SalesUnitSymbol", unit, stored.Text("SalesUnitSymbol")));
        // F&O taxes what has both groups.
        if (line.Text("SalesTaxItemGroupCode").Length == 0 && stored.Text("SalesTaxItemGroupCode").Length > 0 && stored.Text("SalesTaxGroupCode").Length > 0)
            found.Add(new Reason($"{at}.SalesTaxItemGroupCode", "F&O gave the line its tax groups and would add tax to the order's total."));
        return found;
    }

    /// <summary>The same, without regard to case as in F&amp;O.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>A difference in words.</summary>
    public static Reason Differs(string field, string wanted, string stored) => new(field, $"Wanted {wanted}, F&O has {(stored.Length == 0 ? "nothing" : stored)}.");

    private static void CompareLines(OrderDocument wanted, StoredOrder stored, List<Reason> found)
    {
        var left = stored.Lines.ToList();
        for (var index = 0; index < wanted.Lines.Count; index++)
        {
            var (line, at) = (wanted.Lines[index], string.Create(CultureInfo.InvariantCulture, $"lines[{index}]"));
            if (Match(line, left) is not { } match)
            {
                found.Add(new Reason(at, $"The line with item {line.Text("ItemNumber")} is not in F&O's order."));
                continue;
            }

            left.Remove(match);
            found.AddRange(Differences(at, line, match, wanted.Currency));
        }

        found.AddRange(left.Select(line => new Reason("lines", $"F&O's order has a line more: item {line.Text("ItemNumber")}.")));
    }

    private static void Compare(string field, decimal wanted, decimal? stored, List<Reason> found)
    {
        if (wanted != (stored ?? 0)) found.Add(Differs(field, Text(wanted), Text(stored ?? 0)));
    }

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
