namespace Integration.Dynamics.Dataverse.Catalogue;

/// <summary>A price list as an order needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsActive">True while it is in use.</param>
/// <param name="Currency">Id of its currency.</param>
internal sealed record KnownPriceList(Guid Id, bool IsActive, Guid? Currency);
