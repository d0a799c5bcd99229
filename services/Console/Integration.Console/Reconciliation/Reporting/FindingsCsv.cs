using System.Globalization;
using System.Text;

namespace Integration.Console.Reconciliation.Reporting;

/// <summary>A run's findings as CSV (RFC 4180), for spreadsheets.</summary>
internal static class FindingsCsv
{
    public static string Of(ReconciliationReport report)
    {
        var text = new StringBuilder("entity,number,key,cause,state,store_id,erp_id,store_amount,erp_amount,currency,words\r\n");
        foreach (var finding in report.Findings)
        {
            string[] fields =
            [
                finding.Entity, finding.Number, finding.Key, finding.Cause, finding.State, finding.StoreId, finding.ErpId,
                Amount(finding.StoreAmount), Amount(finding.ErpAmount), finding.Currency, finding.Words,
            ];
            text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    // What begins like a formula would be run by a spreadsheet; a negative amount is none.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '@' or '\t') ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";
}
