using Integration.Contracts.Returns;

namespace Integration.Connectors.Ports;

/// <summary>A return as read from the ERP.</summary>
/// <param name="Return">The return.</param>
/// <param name="Orders">The ERP's ids of the orders on which its goods were sold, as far as the ERP says.</param>
/// <param name="ChangedAt">The ERP's change stamp, UTC.</param>
public sealed record FoundReturn(ErpReturn Return, IReadOnlyList<string> Orders, DateTimeOffset ChangedAt);
