using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP holds the order.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Reference">Our external reference in the ERP.</param>
/// <param name="ErpOrder">The ERP's order.</param>
/// <param name="AlreadyThere">True when it was found equal instead of being written now.</param>
public sealed record SalesOrderAccepted(OrderKey Key, string Reference, RecordRef ErpOrder, bool AlreadyThere) : IOrderMessage;
