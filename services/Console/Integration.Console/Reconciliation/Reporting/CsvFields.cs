using System.Globalization;
using System.Text;

namespace Integration.Console.Reconciliation.Reporting;

/// <summary>Writes rows as CSV (RFC 4180), for spreadsheets.</summary>
internal static class CsvFields
{
    public static StringBuilder Row(this StringBuilder text, params IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    public static string Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";

    // What begins like a formula would be run by a spreadsheet; a negative amount is none.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '@' or '\t') ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
