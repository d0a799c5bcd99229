namespace Integration.Contracts.Customers;

/// <summary>Writes fields of a customer to the storefront, or makes the account.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The storefront's id of the account; empty to make one.</param>
/// <param name="ErpId">The ERP's id of the customer.</param>
/// <param name="Revision">Rising number of the write; an older one is not carried out after a newer one.</param>
/// <param name="Fields">What to write.</param>
public sealed record WriteCustomer(string Pair, string Id, string ErpId, int Revision, IReadOnlyList<FieldWrite> Fields);
