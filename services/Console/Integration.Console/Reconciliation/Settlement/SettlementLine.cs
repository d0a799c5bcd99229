using System.Globalization;
using Integration.Connectors.Pairs;
using Integration.Contracts.Amounts;
using Integration.Contracts.Reconciliation;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>
/// A line of a settlement file as a record: number = transaction, state = type, amount, deducted = fee, group = provider. Amounts carry no sign, because the
/// type tells the direction; only payouts and fees may be below nothing.
/// </summary>
internal static class SettlementLine
{
    /// <summary>Reads one.</summary>
    /// <exception cref="SettlementFault">A field cannot be used.</exception>
    public static ListedRecord Read(SettlementColumns columns, CsvRow row, DaySpan days, TimeZoneInfo zone)
    {
        var type = columns.Field(row, SettlementColumns.Type).ToLowerInvariant();
        if (!SettlementTypes.All.Contains(type))
            throw new SettlementFault(row.Line, SettlementColumns.Type, $"'{SettlementColumns.Shown(type)}' is not known.", $"Write one of: {string.Join(", ", SettlementTypes.All)}.");
        var (transaction, provider) = (columns.Field(row, SettlementColumns.Transaction), columns.Field(row, SettlementColumns.Provider));
        var single = type is SettlementTypes.Capture or SettlementTypes.Refund;
        if (single && transaction.Length == 0) throw new SettlementFault(row.Line, SettlementColumns.Transaction, $"A {type} needs its transaction.", "Write the provider's reference, or the storefront's transaction.");
        var currency = CurrencyOf(columns.Field(row, SettlementColumns.Currency), row);
        var (amount, fee) = (AmountOf(columns, row, SettlementColumns.Amount, currency, signed: !single), AmountOf(columns, row, SettlementColumns.Fee, currency, signed: true));
        return new ListedRecord
        {
            Key = single ? SettlementKeys.Movement(type, transaction)
                : type == SettlementTypes.Payout ? SettlementKeys.Payout(provider, currency, days.First, days.Last) : SettlementKeys.Movement(type, $"{row.Line}"),
            Id = $"{row.Line}",
            Number = transaction,
            State = type,
            Amount = amount,
            Deducted = fee,
            Currency = currency,
            Group = provider,
            At = DaySpan.StartOf(DayOf(columns.Field(row, SettlementColumns.Date), row, zone), zone),
        };
    }

    private static string CurrencyOf(string text, CsvRow row) => text.Length == 3 && text.All(char.IsAsciiLetter)
        ? text.ToUpperInvariant()
        : throw new SettlementFault(row.Line, SettlementColumns.Currency, $"'{SettlementColumns.Shown(text)}' is no currency.", "Write its three letters, such as USD.");

    private static decimal AmountOf(SettlementColumns columns, CsvRow row, string column, string currency, bool signed)
    {
        var text = columns.Field(row, column);
        if (text.Length == 0 && column == SettlementColumns.Fee) return 0m;
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var amount) || Math.Abs(amount) > 1_000_000_000_000m)
            throw new SettlementFault(row.Line, column, $"'{SettlementColumns.Shown(text)}' is not an amount.", "Write it with a point and without thousands separators, such as 1234.50.");
        if (amount < 0 && !signed) throw new SettlementFault(row.Line, column, $"'{text}' is below nothing.", "Write it without a sign: the type tells the direction.");
        return Currencies.Round(amount, currency) == amount
            ? amount
            : throw new SettlementFault(row.Line, column, $"'{text}' has more decimals than {currency} has.", $"Write at most {Currencies.MinorUnits(currency)} decimals.");
    }

    // A moment is put into the day that the pair's zone has then.
    private static DateOnly DayOf(string text, CsvRow row, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            ? DaySpan.DayOf(moment, zone)
            : throw new SettlementFault(row.Line, SettlementColumns.Date, $"'{SettlementColumns.Shown(text)}' is no date.", "Write 2026-11-20, or a moment with its offset such as 2026-11-20T08:30:00Z.");
    }
}
