namespace Integration.Mapping.Lookups.Units;

/// <summary>What a unit of the shop is in the ERP.</summary>
/// <param name="Item">The SKU, or null for all items.</param>
/// <param name="Unit">The shop's unit.</param>
/// <param name="ErpUnit">The ERP's unit.</param>
/// <param name="Factor">So many of the ERP's units …</param>
/// <param name="Per">… are so many of the shop's: 1 per 24 where the shop sells pieces and the ERP cases of 24.</param>
public sealed record ItemUnit(string? Item, string Unit, string ErpUnit, decimal Factor, decimal Per);
