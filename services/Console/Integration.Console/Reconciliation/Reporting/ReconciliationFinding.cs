namespace Integration.Console.Reconciliation.Reporting;

/// <summary>One difference.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Key">What both sides know it by; a hash where that is personal data.</param>
/// <param name="Number">What people call it.</param>
/// <param name="Cause">One of the classes of the attention list.</param>
/// <param name="State">One of <see cref="FindingStates"/>.</param>
/// <param name="StoreId">The storefront's id, or empty.</param>
/// <param name="ErpId">The ERP's id, or empty.</param>
/// <param name="StoreAmount">The storefront's amount, or null.</param>
/// <param name="ErpAmount">The ERP's amount, or null.</param>
/// <param name="Currency">Their currency, or empty.</param>
/// <param name="Words">Plain words.</param>
public sealed record ReconciliationFinding(
    string Entity, string Key, string Number, string Cause, string State, string StoreId, string ErpId, decimal? StoreAmount, decimal? ErpAmount, string Currency, string Words);
