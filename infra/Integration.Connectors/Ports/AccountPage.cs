using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>One page of all accounts of a storefront, or why it was not read.</summary>
/// <param name="Accounts">The accounts; may be none although more follow.</param>
/// <param name="Last">True when the list ends here.</param>
/// <param name="Failure">Why it was not read: throttled, unavailable, denied or rejected.</param>
public sealed record AccountPage(IReadOnlyList<ListedAccount> Accounts, bool Last, WriteOutcome? Failure = null);
