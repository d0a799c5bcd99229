using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>Units of an item: its own conversions lead to the base unit.</summary>
internal static class Units
{
    /// <summary>True when the item is sold, bought or kept in that unit, or has a conversion from it.</summary>
    public static bool IsKnown(Row item, string unit) => UnitsOf(item).Contains(unit, StringComparer.OrdinalIgnoreCase) || Conversion(item, unit) is not null;

    /// <summary>The quantity in base units; a unit without a conversion counts as one.</summary>
    public static decimal ToBase(Row item, string unit, decimal quantity) => Conversion(item, unit) switch
    {
        null => quantity,
        { } conversion when conversion.Number("ConversionFactor") == 0 => quantity,
        { } conversion when conversion.Text("MultiplyOrDivide") == "Divide" => quantity / conversion.Number("ConversionFactor"),
        { } conversion => quantity * conversion.Number("ConversionFactor"),
    };

    private static IEnumerable<string> UnitsOf(Row item) => item.Schema.Name == "StockItem"
        ? [item.Text("BaseUOM"), item.Text("SalesUOM"), item.Text("PurchaseUOM")] : [item.Text("BaseUnit"), item.Text("SalesUnit"), item.Text("PurchaseUnit")];

    private static Row? Conversion(Row item, string unit) => item.Schema.Find("UOMConversions") is null ? null
        : item.Lines("UOMConversions").Find(row => row.Text("FromUOM").Equals(unit, StringComparison.OrdinalIgnoreCase));
}
