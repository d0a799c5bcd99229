namespace Integration.XCart.Orders;

/// <summary>A detail that a payment or shipping add-on left on an order.</summary>
internal sealed record ShopDetail(string? Code, string? Label, string? Value);
