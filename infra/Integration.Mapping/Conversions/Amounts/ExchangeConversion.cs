using System.Globalization;
using Integration.Contracts.Amounts;
using Integration.Mapping.Conversions.Dates;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Lookups.Rates;

namespace Integration.Mapping.Conversions.Amounts;

/// <summary>
/// <c>currency</c> with <c>to</c>: an amount in another currency, by the rate that the pair's table has for a date. A rate that the
/// table lacks is an unmapped code, so that filling the table cures it.
/// </summary>
public sealed record ExchangeConversion : Conversion
{
    private static readonly DateConversion CalendarDate = new();

    /// <summary>The ISO 4217 code of the result.</summary>
    public required string To { get; init; }

    /// <summary>The currency of the value.</summary>
    public required JsonataExpression From { get; init; }

    /// <summary>The table of rates.</summary>
    public required string Table { get; init; }

    /// <summary>The date of the rate: a moment, of which the calendar date in the pair's zone counts, or a calendar date.</summary>
    public required JsonataExpression Date { get; init; }

    /// <summary>Where the table has no rate, the reciprocal of the opposite one may be used.</summary>
    public bool Inverse { get; init; }

    /// <summary>The oldest rate taken, in days before the date; null: any.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>How the result is rounded.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;

    /// <summary>Decimals of the result; null: the minor units of its currency.</summary>
    public int? Decimals { get; init; }

    /// <summary>What is written.</summary>
    public ExchangeGive Give { get; init; }

    /// <summary>With <see cref="ExchangeGive.Difference"/>: the parts that make the total, those that lessen it negative.</summary>
    public JsonataExpression? Parts { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => Parts is null ? [From, Date] : [From, Date, Parts];

    internal override IEnumerable<string> Tables => [Table];

    internal override object? Convert(object value, ConversionContext context)
    {
        var from = context.Currency(From);
        var date = DateOf(context);
        var rate = from == To ? ExchangeRate.OfItself(To, date) : RateOf(from, date, context);
        return Give switch
        {
            ExchangeGive.Rate => rate.Rate,
            ExchangeGive.RateDate => rate.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ExchangeGive.RateSource => rate.Source,
            ExchangeGive.Difference => Exchanged(Numbers.Of(value), rate) - context.Numbers(Parts!).Sum(part => Exchanged(part, rate)),
            _ => Exchanged(Numbers.Of(value), rate),
        };
    }

    private DateOnly DateOf(ConversionContext context)
    {
        var given = context.ValueOf(Date) ?? throw new ConversionException("the record has no date for the exchange rate.");
        return DateOnly.ParseExact((string)CalendarDate.Convert(given, context)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private ExchangeRate RateOf(string from, DateOnly date, ConversionContext context)
    {
        var earliest = MaxAgeDays is { } days ? date.AddDays(-days) : DateOnly.MinValue;
        return context.Lookups.Rates(Table)?.Find(from, To, date, Inverse) is { } rate && rate.ValidFrom >= earliest
            ? rate
            : throw new UnmappedCodeException(Table, string.Create(CultureInfo.InvariantCulture, $"{from}-{To} {date:yyyy-MM-dd}"));
    }

    private decimal Exchanged(decimal amount, ExchangeRate rate)
    {
        try
        {
            return Numbers.WithDecimals(amount * rate.Rate, Decimals ?? Currencies.MinorUnits(To), Rounding);
        }
        catch (OverflowException)
        {
            throw new ConversionException("the amount is too large.");
        }
    }
}
