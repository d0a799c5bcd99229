namespace Integration.Contracts.Orders;

/// <summary>A chosen option of an order line.</summary>
/// <param name="Name">The option, such as <c>Size</c>.</param>
/// <param name="Value">The choice, such as <c>XXL</c>.</param>
public sealed record LineOption(string Name, string Value);
