namespace Integration.Console.Reconciliation.Settlement;

/// <summary>Which column of a settlement file stands where. Columns are found by name, whatever their case and order.</summary>
internal sealed class SettlementColumns
{
    public const string Transaction = "transaction";
    public const string Type = "type";
    public const string Amount = "amount";
    public const string Fee = "fee";
    public const string Currency = "currency";
    public const string Date = "date";
    public const string Provider = "provider";

    public const string Fix = "Begin the file with the line: transaction,type,amount,fee,currency,date (fee may be left out, provider may be added).";

    private static readonly string[] Needed = [Transaction, Type, Amount, Currency, Date];
    private static readonly string[] Known = [.. Needed, Fee, Provider];

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private int _count;

    private SettlementColumns()
    {
    }

    /// <summary>Reads the header row.</summary>
    /// <exception cref="SettlementFault">A column is missing, twice there or not known.</exception>
    public static SettlementColumns Of(CsvRow header)
    {
        var columns = new SettlementColumns { _count = header.Fields.Count };
        if (header.Fields is [var only] && only.Contains(';', StringComparison.Ordinal)) throw new SettlementFault(header.Line, "", "Its columns are divided by semicolons.", "Save the file with commas.");
        foreach (var (index, field) in header.Fields.Index())
        {
            var name = field.Trim().ToLowerInvariant();
            if (!Known.Contains(name)) throw new SettlementFault(header.Line, Shown(field), "There is no such column.", Fix);
            if (!columns._positions.TryAdd(name, index)) throw new SettlementFault(header.Line, name, "The column is there twice.", "Leave one of them out.");
        }

        return Needed.FirstOrDefault(name => !columns._positions.ContainsKey(name)) is { } missing
            ? throw new SettlementFault(header.Line, missing, "The column is missing.", Fix)
            : columns;
    }

    /// <summary>The field of a column, trimmed; empty where the file has no such column.</summary>
    public string Field(CsvRow row, string column) => row.Fields.Count == _count
        ? _positions.TryGetValue(column, out var index) ? row.Fields[index].Trim() : ""
        : throw new SettlementFault(row.Line, "", $"It has {row.Fields.Count} fields, the header has {_count}.", "Write one field for each column; put a field with a comma in quotes.");

    /// <summary>A value as it may be told: short.</summary>
    public static string Shown(string value) => value.Length > 40 ? $"{value[..40]}…" : value;
}
