namespace Integration.Contracts.Customers;

/// <summary>Asks for the comparison of a customer that may have changed in the ERP.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The storefront's id of the account; empty when only the ERP has the customer.</param>
/// <param name="ErpId">The ERP's id.</param>
/// <param name="Cause">What changed, for the timeline: <c>erp</c> or <c>operator</c>.</param>
public sealed record CompareCustomer(string Pair, string Id, string ErpId, string Cause);
