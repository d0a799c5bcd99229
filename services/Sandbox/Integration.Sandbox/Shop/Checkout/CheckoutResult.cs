namespace Integration.Sandbox.Shop.Checkout;

/// <summary>What a checkout made.</summary>
/// <param name="OrderId"><c>order_id</c>, given when the cart was made.</param>
/// <param name="OrderNumber">Order number, or null while it is a cart or a not-finished order.</param>
/// <param name="Total">Total as stored.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Email">The customer's e-mail address.</param>
public sealed record CheckoutResult(long OrderId, string? OrderNumber, decimal Total, string Currency, string Email);
