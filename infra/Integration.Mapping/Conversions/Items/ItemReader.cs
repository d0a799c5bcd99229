using Integration.Mapping.Reading;

namespace Integration.Mapping.Conversions.Items;

/// <summary>Reads the conversions of quantities and units.</summary>
internal static class ItemReader
{
    public static UnitConversion? Unit(StrictObject convert)
    {
        var from = convert.Word("from", true, UnitsOfMeasure.Names);
        var to = convert.Word("to", true, UnitsOfMeasure.Names);
        var decimals = convert.Number("decimals", 0, 10) ?? 6;
        if (from is null || to is null)
            return null;
        if (!UnitsOfMeasure.AreAlike(from, to))
            convert.Error($"'{from}' and '{to}' do not measure the same.");
        return new UnitConversion { From = from, To = to, Decimals = decimals };
    }

    public static ItemUnitConversion ItemUnit(StrictObject convert)
    {
        var give = convert.Word("give", true, "quantity", "price", "unit") switch
        {
            "price" => ItemUnitGive.Price,
            "unit" => ItemUnitGive.Unit,
            _ => ItemUnitGive.Quantity,
        };
        return new ItemUnitConversion
        {
            Table = convert.Text("table", required: true) ?? string.Empty,
            Item = convert.Argument("item", "sku"),
            Unit = convert.Argument("unit", give == ItemUnitGive.Unit ? "null" : null),
            Quantity = convert.Argument("quantity", "quantity"),
            Amount = convert.Argument("amount", "subtotal"),
            Currency = convert.Argument("currency", "$$.currency"),
            Decimals = convert.Number("decimals", 0, 10) ?? 6,
            Give = give,
        };
    }
}
