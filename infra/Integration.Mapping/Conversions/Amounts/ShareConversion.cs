using Integration.Contracts.Amounts;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions.Amounts;

/// <summary>
/// <c>share</c>: one part of an amount that is distributed over items by their weights, for example an order's discount over its
/// lines. The parts of all items make the amount exactly (largest remainder).
/// </summary>
public sealed record ShareConversion : Conversion
{
    /// <summary>The weights of all items, none negative; if all are zero the parts are equal.</summary>
    public required JsonataExpression Weights { get; init; }

    /// <summary>The position of this item among the weights, from 0.</summary>
    public required JsonataExpression At { get; init; }

    /// <summary>The currency whose smallest unit is not divided.</summary>
    public required JsonataExpression Currency { get; init; }

    /// <summary>What is left of this item's weight without its part is written instead, for example the net amount of a line.</summary>
    public bool GivesRest { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => [Weights, At, Currency];

    internal override object? Convert(object value, ConversionContext context)
    {
        var amount = Numbers.Of(value);
        var weights = context.Numbers(Weights);
        var at = context.Number(At, "at");
        if (at < 0 || at >= weights.Count || at != decimal.Truncate(at))
            throw new ConversionException("the item is not among the weights.");
        var currency = context.Currency(Currency);
        var unit = Currencies.SmallestUnit(currency);
        if (amount % unit != 0)
            throw new ConversionException($"the amount has more decimals than {currency}.");
        try
        {
            var share = Numbers.WithDecimals(Shares.Of(amount / unit, weights)[(int)at] * unit, Currencies.MinorUnits(currency), MidpointRounding.ToEven);
            return GivesRest ? weights[(int)at] - share : share;
        }
        catch (OverflowException)
        {
            throw new ConversionException("the amount is too large.");
        }
    }
}
