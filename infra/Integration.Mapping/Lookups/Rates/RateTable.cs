using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Lookups.Rates;

/// <summary>
/// A table of exchange rates: <c>{ "source": "ECB", "rates": [ { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 0.9213 } ] }</c>.
/// A rate may name a source of its own.
/// </summary>
public sealed class RateTable
{
    private readonly FrozenDictionary<(string From, string To), ExchangeRate[]> _rates;

    private RateTable(IEnumerable<ExchangeRate> rates) =>
        _rates = rates.GroupBy(rate => (rate.From, rate.To)).ToFrozenDictionary(group => group.Key, group => group.OrderBy(rate => rate.ValidFrom).ToArray());

    /// <summary>The rate that counts on the date, or null.</summary>
    /// <param name="from">ISO 4217 code.</param>
    /// <param name="to">ISO 4217 code.</param>
    /// <param name="date">The date.</param>
    /// <param name="inverse">The opposite rate may be used where there is none; a rate of the table wins, whatever its age.</param>
    public ExchangeRate? Find(string from, string to, DateOnly date, bool inverse) =>
        Latest(from, to, date) ?? (inverse ? Latest(to, from, date)?.Inverse() : null);

    internal static RateTable Read(StrictObject table)
    {
        var source = table.Text("source", required: true) ?? string.Empty;
        var rates = table.Objects("rates", true, Place).Select(row => Row(row, source)).ToList();
        foreach (var twice in rates.GroupBy(rate => (rate.From, rate.To, rate.ValidFrom)).Where(group => group.Count() > 1))
            table.Error(string.Create(CultureInfo.InvariantCulture, $"there are two rates from {twice.Key.From} to {twice.Key.To} valid from {twice.Key.ValidFrom:yyyy-MM-dd}."));
        table.RefuseUnknown();
        return new RateTable(rates);
    }

    private static string Place(JsonObject row, int index) => string.Create(CultureInfo.InvariantCulture, $"rate {index + 1}");

    private static ExchangeRate Row(StrictObject row, string source)
    {
        var from = Code(row, "from");
        var to = Code(row, "to");
        var rate = row.Decimal("rate") ?? 0;
        if (rate <= 0)
            row.Error("property 'rate' must be a number above zero.");
        var date = row.Text("validFrom", required: true) ?? string.Empty;
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var validFrom))
            row.Error($"'validFrom' is '{date}' but must be a date such as 2026-01-31.");
        var result = new ExchangeRate(from, to, validFrom, rate, row.Text("source") ?? source);
        row.RefuseUnknown();
        return result;
    }

    private static string Code(StrictObject row, string name)
    {
        var code = row.Text(name, required: true) ?? string.Empty;
        if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper))
            row.Error($"'{name}' is '{code}' but must be an ISO 4217 code such as EUR.");
        return code;
    }

    private ExchangeRate? Latest(string from, string to, DateOnly date) =>
        _rates.TryGetValue((from, to), out var rates) ? Array.FindLast(rates, rate => rate.ValidFrom <= date) : null;
}
