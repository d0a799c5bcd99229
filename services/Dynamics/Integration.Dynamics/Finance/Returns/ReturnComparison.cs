using System.Globalization;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Compares what F&amp;O stored with what was to be written.</summary>
internal static class ReturnComparison
{
    private static readonly string[] HeaderFields = ["CustomerAccountNumber", "InvoiceCustomerAccountNumber", "CurrencyCode", "CustomersOrderReference"];

    /// <summary>Every difference of the header.</summary>
    public static IReadOnlyList<Reason> OfHeader(ReturnDocument wanted, StoredReturn stored)
    {
        if (stored.IsCancelled) return [new Reason("header.ReturnStatus", "The return is cancelled in F&O.")];
        return [.. HeaderFields.Where(field => !OrderComparison.Same(wanted.Header.Text(field).Trim(), stored.Header.Text(field)))
            .Select(field => OrderComparison.Differs($"header.{field}", wanted.Header.Text(field), stored.Header.Text(field)))];
    }

    /// <summary>Every difference in header, lines, quantities, prices and what F&amp;O adds by itself; empty when they agree.</summary>
    public static IReadOnlyList<Reason> Differences(ReturnDocument wanted, StoredReturn stored)
    {
        var found = OfHeader(wanted, stored).ToList();
        if (stored.IsCancelled) return found;
        var left = stored.Lines.ToList();
        for (var index = 0; index < wanted.Lines.Count; index++)
        {
            var (line, at) = (wanted.Lines[index], string.Create(CultureInfo.InvariantCulture, $"lines[{index}]"));
            if (OrderComparison.Match(line, left) is not { } match)
            {
                found.Add(new Reason(at, $"The line with item {line.Text("ItemNumber")} is not in F&O's return."));
                continue;
            }

            left.Remove(match);
            Compare($"{at}.{StoredReturn.Quantity}", line.Number(StoredReturn.Quantity), match.Number(StoredReturn.Quantity), found);
            Compare($"{at}.SalesPrice", line.Number("SalesPrice"), match.Number("SalesPrice"), found);
            // Which sign F&O shows the amount with is told by nobody; that of quantity and price is.
            Compare($"{at}.LineAmount", Math.Abs(ReturnPrices.AmountOf(line, wanted.Header.Text("CurrencyCode"))), Math.Abs(match.Number("LineAmount") ?? 0), found);
        }

        found.AddRange(left.Select(line => new Reason("lines", $"F&O's return has a line more: item {line.Text("ItemNumber")}.")));
        foreach (var field in (string[])["OrderTotalChargesAmount", "OrderTotalTaxAmount", "TotalDiscountAmount"]) Compare($"header.{field}", 0, stored.Header.Number(field), found);
        return found;
    }

    private static void Compare(string field, decimal? wanted, decimal? stored, List<Reason> found)
    {
        if ((wanted ?? 0) != (stored ?? 0)) found.Add(OrderComparison.Differs(field, Text(wanted ?? 0), Text(stored ?? 0)));
    }

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
