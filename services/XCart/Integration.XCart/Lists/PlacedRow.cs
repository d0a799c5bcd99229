namespace Integration.XCart.Lists;

/// <summary>A row of the shop's list of orders by the moment they were placed.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Number">Null or empty for orders that were never finished.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ChangedAt">The change stamp of its own row.</param>
/// <param name="Total">Its total as sent, unrounded.</param>
/// <param name="Currency">ISO 4217, or null.</param>
/// <param name="PaymentCode">The payment status' code.</param>
/// <param name="ShippingCode">The shipping status' code.</param>
internal sealed record PlacedRow(
    long Id, string? Number, DateTimeOffset PlacedAt, DateTimeOffset ChangedAt, decimal Total, string? Currency, string PaymentCode, string ShippingCode);
