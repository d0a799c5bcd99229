using Integration.Connectors.Outcomes;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Ports;

/// <summary>One page of a day's credit memos and refunds, or why it stopped.</summary>
/// <param name="Credits">The documents, each with the reference that it carries; may be none.</param>
/// <param name="Last">True when the day ends here.</param>
/// <param name="Failure">Set when the page could not be read.</param>
public sealed record CreditPage(IReadOnlyList<(ErpCredit Credit, string Reference)> Credits, bool Last, WriteOutcome? Failure = null);
