namespace Integration.Sandbox.Control;

/// <summary>A sales price.</summary>
/// <param name="PriceClass">The customers' price class or price group, or null for everybody.</param>
/// <param name="From">From which quantity on.</param>
/// <param name="Price">The price; null takes it away.</param>
/// <param name="Currency">Its currency.</param>
internal sealed record ItemPrice(string? PriceClass, decimal From, decimal? Price, string Currency = "USD");
