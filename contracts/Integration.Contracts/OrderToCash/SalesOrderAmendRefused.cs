using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's order was not brought to what the shop shows: it is shipped, the pair leaves it to people, or the ERP or the mapping refused.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Revision">Which amendment.</param>
/// <param name="Class">The class for the attention list.</param>
/// <param name="Reasons">Every reason found, in plain words with its field.</param>
/// <param name="Reopened">True when it was asked to open a cancelled order again.</param>
public sealed record SalesOrderAmendRefused(OrderKey Key, int Revision, string Class, IReadOnlyList<Reason> Reasons, bool Reopened = false) : IOrderMessage;
