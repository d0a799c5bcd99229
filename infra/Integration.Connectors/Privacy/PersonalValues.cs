using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Privacy;

/// <summary>What in a record tells who a person is, where they live and how they are reached.</summary>
internal static class PersonalValues
{
    /// <summary>Of an order's customer, its addresses and what they wrote.</summary>
    public static IEnumerable<string> Of(Order order) =>
    [
        order.Customer.Email, order.Customer.FirstName, order.Customer.LastName, $"{order.Customer.FirstName} {order.Customer.LastName}", order.Notes,
        .. Of(order.BillingAddress), .. order.ShippingAddress is { } shipping ? Of(shipping) : [],
    ];

    /// <summary>Of a customer's fields, by their names; a name is told by each of its words, too.</summary>
    public static IEnumerable<string> Of(IEnumerable<KeyValuePair<string, string>> fields) => fields.SelectMany(field => field.Key switch
    {
        CustomerFields.Name => [field.Value, .. field.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        CustomerFields.Email or CustomerFields.Company or CustomerFields.Phone or CustomerFields.Street or CustomerFields.Street2 or CustomerFields.City => [field.Value],
        _ => (string[])[],
    });

    private static IEnumerable<string> Of(Address address) =>
        [address.FullName, address.FirstName, address.LastName, address.Company, address.Street, address.Street2, address.City, address.Phone];
}
