namespace Integration.Dynamics.Dataverse.Catalogue;

/// <summary>A product as an order needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sku">What it is ordered by.</param>
/// <param name="State"><c>statecode</c>: 0 active, 1 retired, 2 draft, 3 under revision.</param>
/// <param name="Unit">Its default unit, or null.</param>
/// <param name="UnitGroup">Its unit group, or null.</param>
internal sealed record KnownProduct(Guid Id, string Sku, int? State, Guid? Unit, Guid? UnitGroup)
{
    /// <summary>True while it can be sold.</summary>
    public bool IsSold => State is 0 or 3;
}
