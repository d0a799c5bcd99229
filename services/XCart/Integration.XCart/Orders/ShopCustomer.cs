namespace Integration.XCart.Orders;

/// <summary>Who an order belongs to.</summary>
/// <param name="Id">The shop's id of the account, or of the row that it reuses for a guest's e-mail.</param>
/// <param name="Email">As given.</param>
/// <param name="IsGuest">True when there is no account.</param>
internal sealed record ShopCustomer(long Id, string Email, bool IsGuest);
