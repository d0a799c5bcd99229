using Integration.Connectors.Outcomes;

namespace Integration.Connectors.Ports;

/// <summary>A page of a day's payments in a storefront.</summary>
/// <param name="Payments">The payments.</param>
/// <param name="Last">True on the last page.</param>
/// <param name="Failure">Set when the page could not be read; nothing follows.</param>
public sealed record StorePaymentPage(IReadOnlyList<StorePayment> Payments, bool Last, WriteOutcome? Failure = null);
