using Integration.XCart.Orders;

namespace Integration.XCart.Customers;

/// <summary>An entry of an account's address book.</summary>
/// <param name="Address">The address.</param>
/// <param name="IsBilling">The default for invoices.</param>
/// <param name="IsShipping">The default for goods.</param>
internal sealed record ProfileAddress(ShopAddress Address, bool IsBilling, bool IsShipping);
