using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Contracts.OrderToCash;

/// <summary>The ERP's books show a movement of money.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="PaymentKey">The entry's key.</param>
/// <param name="Document">The ERP's document.</param>
/// <param name="AlreadyThere">True when it was found instead of being written now, such as one embedded in the order.</param>
public sealed record PaymentPosted(OrderKey Key, string PaymentKey, RecordRef Document, bool AlreadyThere) : IOrderMessage;
