using Integration.Contracts.Returns;

namespace Integration.Connectors.Ports;

/// <summary>A credit memo or refund as read from the ERP.</summary>
/// <param name="Credit">The document.</param>
/// <param name="Orders">The ERP's ids of the orders that it belongs to, as far as the ERP says.</param>
/// <param name="References">Our external references that it or its returns carry.</param>
/// <param name="ChangedAt">The ERP's change stamp, UTC.</param>
public sealed record FoundCredit(ErpCredit Credit, IReadOnlyList<string> Orders, IReadOnlyList<string> References, DateTimeOffset ChangedAt);
