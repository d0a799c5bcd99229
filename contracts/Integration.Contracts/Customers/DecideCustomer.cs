namespace Integration.Contracts.Customers;

/// <summary>A person decided a conflict: whose values are kept.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Id">The storefront's id of the account.</param>
/// <param name="Keep"><c>storefront</c> or <c>erp</c>.</param>
/// <param name="Operator">Who decided.</param>
public sealed record DecideCustomer(string Pair, string Id, string Keep, string Operator);
