using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Privacy;

/// <summary>What in a record tells who a person is and where they live.</summary>
internal static class PersonalValues
{
    /// <summary>Of an order's customer, its addresses and what they wrote.</summary>
    public static IEnumerable<string> Of(Order order) =>
    [
        order.Customer.Email, order.Customer.FirstName, order.Customer.LastName, $"{order.Customer.FirstName} {order.Customer.LastName}", order.Notes,
        .. Of(order.BillingAddress), .. order.ShippingAddress is { } shipping ? Of(shipping) : [],
    ];

    private static IEnumerable<string> Of(Address address) =>
        [address.FullName, address.FirstName, address.LastName, address.Company, address.Street, address.Street2, address.City, address.Phone];
}
