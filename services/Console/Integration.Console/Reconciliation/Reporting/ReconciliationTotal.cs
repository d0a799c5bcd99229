namespace Integration.Console.Reconciliation.Reporting;

/// <summary>What both sides have of an entity.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Group">Such as the payment provider; empty for all.</param>
/// <param name="Currency">The currency; empty where amounts are none of money.</param>
/// <param name="StoreCount">Records of the storefront that the ERP should have, or has.</param>
/// <param name="StoreAmount">Their amounts.</param>
/// <param name="ErpCount">Records of the ERP.</param>
/// <param name="ErpAmount">Their amounts.</param>
public sealed record ReconciliationTotal(string Entity, string Group, string Currency, int StoreCount, decimal StoreAmount, int ErpCount, decimal ErpAmount);
