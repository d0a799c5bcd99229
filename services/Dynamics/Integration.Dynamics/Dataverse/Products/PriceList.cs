namespace Integration.Dynamics.Dataverse.Products;

/// <summary>A price list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">ISO 4217 code of its prices; empty when it came without.</param>
/// <param name="IsActive">False when it was deactivated.</param>
internal sealed record PriceList(Guid Id, string Name, string Currency, bool IsActive);
