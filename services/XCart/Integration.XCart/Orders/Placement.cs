namespace Integration.XCart.Orders;

/// <summary>The marks by which an order is seen to be placed completely.</summary>
/// <param name="Number">Null or empty for carts and orders that were never finished.</param>
/// <param name="ShippingCode">The shipping status' code; null or empty until the shop has set it.</param>
/// <param name="StockStatus">Null or empty until the stock was taken.</param>
/// <param name="PlacedAt">When it was placed; moves a little while it is being placed.</param>
/// <param name="HasCustomer">The customer is the last thing that a new order gets.</param>
internal sealed record Placement(string? Number, string? ShippingCode, string? StockStatus, DateTimeOffset PlacedAt, bool HasCustomer);
