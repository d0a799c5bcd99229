namespace Integration.XCart.Sweeping;

/// <summary>A row of the shop's list of orders.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Placed">False for carts and orders that were never finished.</param>
/// <param name="Key">Where it stands in the list.</param>
internal sealed record ListedOrder(long Id, bool Placed, RowKey Key);
