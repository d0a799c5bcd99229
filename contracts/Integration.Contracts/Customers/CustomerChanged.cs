namespace Integration.Contracts.Customers;

/// <summary>An account of the storefront is new or changed.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Sequence">Number of this snapshot of the account, rising.</param>
/// <param name="Customer">The account as read.</param>
/// <param name="FoundBy">What made the storefront be read: hint, crawl, operator, ….</param>
public sealed record CustomerChanged(string Pair, long Sequence, Customer Customer, string FoundBy);
