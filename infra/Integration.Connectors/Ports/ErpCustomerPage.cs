using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>One page of all customers of an ERP, or why it was not read.</summary>
/// <param name="Customers">The customers.</param>
/// <param name="After">Where the next page begins; null after the last one.</param>
/// <param name="Failure">Why it was not read: throttled, unavailable, denied or rejected.</param>
public sealed record ErpCustomerPage(IReadOnlyList<ErpCustomer> Customers, string? After, WriteOutcome? Failure = null);
