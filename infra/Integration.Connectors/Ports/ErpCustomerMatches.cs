using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>The ERP's customers that may be the one that is looked for.</summary>
/// <param name="Customers">Those found; none when there is no such customer.</param>
/// <param name="Failure">Why nothing could be looked for: throttled, unavailable, denied or rejected.</param>
public sealed record ErpCustomerMatches(IReadOnlyList<ErpCustomer> Customers, WriteOutcome? Failure = null);
