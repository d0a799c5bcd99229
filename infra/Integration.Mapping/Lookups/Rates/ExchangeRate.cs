namespace Integration.Mapping.Lookups.Rates;

/// <summary>One rate.</summary>
/// <param name="From">ISO 4217 code.</param>
/// <param name="To">ISO 4217 code.</param>
/// <param name="ValidFrom">The first calendar date on which it counts; it counts until the next one begins.</param>
/// <param name="Rate">Units of <paramref name="To"/> for one of <paramref name="From"/>.</param>
/// <param name="Source">Who published it; empty for a currency to itself.</param>
public sealed record ExchangeRate(string From, string To, DateOnly ValidFrom, decimal Rate, string Source)
{
    private const int InverseDecimals = 12;

    /// <summary>The other way round: the reciprocal, rounded to 12 decimals.</summary>
    public ExchangeRate Inverse() => new(To, From, ValidFrom, decimal.Round(1 / Rate, InverseDecimals, MidpointRounding.ToEven), Source);

    /// <summary>A currency is worth itself.</summary>
    public static ExchangeRate OfItself(string currency, DateOnly date) => new(currency, currency, date, 1, string.Empty);
}
