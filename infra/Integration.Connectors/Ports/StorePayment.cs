using Integration.Contracts.Orders;

namespace Integration.Connectors.Ports;

/// <summary>A movement of money as the storefront shows it.</summary>
/// <param name="Order">The order, as read.</param>
/// <param name="Entry">The movement: key, provider (method), amount, date.</param>
public sealed record StorePayment(Order Order, PaymentEntry Entry);
