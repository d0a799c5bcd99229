using Integration.Contracts.Amounts;
using Integration.Mapping.Conversions.Amounts;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Lookups.Units;

namespace Integration.Mapping.Conversions.Items;

/// <summary>
/// <c>itemUnit</c>: quantity, price or unit of a line in the unit that the ERP keeps the item in, by a table of the pair. The
/// amount of the line does not change: a quantity or price that cannot be written exactly enough for that is a problem.
/// </summary>
public sealed record ItemUnitConversion : Conversion
{
    /// <summary>The table of units.</summary>
    public required string Table { get; init; }

    /// <summary>The item of the line.</summary>
    public required JsonataExpression Item { get; init; }

    /// <summary>The shop's unit of the line.</summary>
    public required JsonataExpression Unit { get; init; }

    /// <summary>The shop's quantity of the line.</summary>
    public required JsonataExpression Quantity { get; init; }

    /// <summary>The line's amount.</summary>
    public required JsonataExpression Amount { get; init; }

    /// <summary>The currency of the amount.</summary>
    public required JsonataExpression Currency { get; init; }

    /// <summary>Decimals that the ERP keeps of this figure.</summary>
    public int Decimals { get; init; } = 6;

    /// <summary>What is written.</summary>
    public ItemUnitGive Give { get; init; }

    internal override IEnumerable<JsonataExpression> Arguments => Give switch
    {
        ItemUnitGive.Price => [Item, Unit, Quantity, Amount, Currency],
        ItemUnitGive.Quantity => [Item, Unit],
        _ => [Item],
    };

    internal override IEnumerable<string> Tables => [Table];

    internal override object? Convert(object value, ConversionContext context)
    {
        var item = context.Text(Item);
        var unit = Give == ItemUnitGive.Unit ? Given.Text(value) : context.Text(Unit);
        if (context.Lookups.Units(Table) is not { } table || !table.TryFind(item, unit, out var row))
            throw new UnmappedCodeException(Table, $"{item} / {unit}");
        try
        {
            return Give switch
            {
                ItemUnitGive.Unit => row.ErpUnit,
                ItemUnitGive.Price => Price(Numbers.Of(value), row, context),
                _ => Exact(Numbers.Of(value), row),
            };
        }
        catch (OverflowException)
        {
            throw new ConversionException("the quantity is too large.");
        }
    }

    private decimal Exact(decimal quantity, ItemUnit row)
    {
        var converted = decimal.Round(quantity * row.Factor / row.Per, Decimals);
        return converted * row.Per == quantity * row.Factor
            ? converted
            : throw new ConversionException($"the quantity is not a whole part of {row.ErpUnit} ({Decimals} decimals).");
    }

    private decimal Price(decimal price, ItemUnit row, ConversionContext context)
    {
        var quantity = context.Number(Quantity, "quantity") * row.Factor / row.Per;
        var converted = decimal.Round(price * row.Per / row.Factor, Decimals, MidpointRounding.AwayFromZero);
        var currency = context.Currency(Currency);
        return Currencies.Round(quantity * converted, currency) == Currencies.Round(context.Number(Amount, "amount"), currency)
            ? converted
            : throw new ConversionException($"a price per {row.ErpUnit} of {Decimals} decimals would change the amount of the line.");
    }
}
