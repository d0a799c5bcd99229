using Integration.Contracts.Orders;

namespace Integration.Contracts.Returns;

/// <summary>Asks the ERP side to hold this return exactly once.</summary>
/// <param name="Key">Pair and storefront order id.</param>
/// <param name="Return">The return.</param>
/// <param name="Shown">True once operators were told that it waits.</param>
public sealed record SubmitReturn(OrderKey Key, GoodsReturn Return, bool Shown = false) : IOrderMessage;
