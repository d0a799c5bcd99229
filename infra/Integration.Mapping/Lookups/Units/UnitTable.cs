using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Lookups.Units;

/// <summary>
/// A table of units: <c>{ "units": [ { "item": "MUG-01", "unit": "case", "erpUnit": "EA", "factor": 24, "per": 1 } ] }</c>. A row without
/// <c>item</c> counts for all items that have none of their own. Case and blanks at the ends of unit names do not count.
/// </summary>
public sealed class UnitTable
{
    private readonly FrozenDictionary<(string Item, string Unit), ItemUnit> _units;

    private UnitTable(IEnumerable<ItemUnit> units) =>
        _units = units.DistinctBy(Key).ToFrozenDictionary(Key);

    /// <summary>The row of the item, else that of all items.</summary>
    public bool TryFind(string item, string unit, [NotNullWhen(true)] out ItemUnit? found) =>
        _units.TryGetValue((item.Trim(), Folded(unit)), out found) || _units.TryGetValue((string.Empty, Folded(unit)), out found);

    internal static UnitTable Read(StrictObject table)
    {
        var units = table.Objects("units", true, Place).Select(Row).ToList();
        foreach (var twice in units.GroupBy(Key).Where(group => group.Count() > 1))
            table.Error($"unit '{twice.Key.Unit}' of {(twice.Key.Item.Length == 0 ? "all items" : $"'{twice.Key.Item}'")} stands there twice.");
        table.RefuseUnknown();
        return new UnitTable(units);
    }

    private static string Place(JsonObject row, int index) => string.Create(CultureInfo.InvariantCulture, $"unit {index + 1}");

    private static ItemUnit Row(StrictObject row)
    {
        var result = new ItemUnit(
            row.Text("item"),
            row.Text("unit", required: true) ?? string.Empty,
            row.Text("erpUnit", required: true) ?? string.Empty,
            row.Decimal("factor") ?? 1,
            row.Decimal("per") ?? 1);
        if (result.Factor <= 0 || result.Per <= 0)
            row.Error("'factor' and 'per' must be above zero.");
        row.RefuseUnknown();
        return result;
    }

    private static (string Item, string Unit) Key(ItemUnit unit) => (unit.Item?.Trim() ?? string.Empty, Folded(unit.Unit));

    private static string Folded(string unit) => unit.Trim().ToUpperInvariant();
}
