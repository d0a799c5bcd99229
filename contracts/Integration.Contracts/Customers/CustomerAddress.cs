namespace Integration.Contracts.Customers;

/// <summary>An entry of a customer's address book.</summary>
/// <param name="Address">The address.</param>
/// <param name="IsBilling">True when invoices go there unless the customer says otherwise.</param>
/// <param name="IsShipping">True when goods go there unless the customer says otherwise.</param>
public sealed record CustomerAddress(Address Address, bool IsBilling, bool IsShipping);
