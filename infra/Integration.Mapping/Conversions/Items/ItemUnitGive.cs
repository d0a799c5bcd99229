namespace Integration.Mapping.Conversions.Items;

/// <summary>What a conversion of an item's unit writes.</summary>
public enum ItemUnitGive
{
    /// <summary>The value, a quantity in the shop's unit, in the ERP's.</summary>
    Quantity,

    /// <summary>The value, a price of the shop's unit, as price of the ERP's.</summary>
    Price,

    /// <summary>The ERP's unit; the value is the shop's.</summary>
    Unit,
}
