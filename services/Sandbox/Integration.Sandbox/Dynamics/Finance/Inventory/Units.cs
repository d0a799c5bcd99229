using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Inventory;

/// <summary>Units that an item is sold in.</summary>
internal static class Units
{
    /// <summary>Conversions of an item, as <c>box=10 pack=4</c> of its inventory unit.</summary>
    public const string Conversions = "_Conversions";

    /// <summary>Inventory units in one of this unit; null when no conversion is known.</summary>
    public static decimal? Factor(Row item, string unit)
    {
        if (unit.Equals(item.Text("InventoryUnitSymbol"), StringComparison.OrdinalIgnoreCase))
        {
            return 1m;
        }

        var known = item.Text(Conversions).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(conversion => conversion.Split('='))
            .FirstOrDefault(conversion => conversion[0].Equals(unit, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : decimal.Parse(known[1], CultureInfo.InvariantCulture);
    }
}
