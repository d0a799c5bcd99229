using System.Text.Json.Nodes;
using Integration.Contracts.Customers;
using Integration.Contracts.Orders;

namespace Integration.Connectors.DryRuns;

/// <summary>
/// Keeps personal data out of what is shown of a mapped document, whatever its mapping does with it: the order is mapped once more as somebody
/// else's, and every value that comes out otherwise is personal.
/// </summary>
internal static class PersonalData
{
    private const string Hidden = "•••";

    /// <summary>The same order of somebody else: names, addresses, e-mail, phone and free texts are others, of the same form.</summary>
    public static Order OfSomebodyElse(Order order) => order with
    {
        Customer = order.Customer with
        {
            Id = order.Customer.Id is { } id ? Other(id) : null, Email = Other(order.Customer.Email), FirstName = Other(order.Customer.FirstName), LastName = Other(order.Customer.LastName),
        },
        BillingAddress = Other(order.BillingAddress),
        ShippingAddress = order.ShippingAddress is { } address ? Other(address) : null,
        Lines = [.. order.Lines.Select(line => line with { Options = [.. line.Options.Select(option => option with { Value = Other(option.Value) })] })],
        Payments = [.. order.Payments.Select(payment => payment with { ProviderReference = payment.ProviderReference is { } reference ? Other(reference) : null })],
        Notes = Other(order.Notes),
        CustomFields = order.CustomFields.ToDictionary(field => field.Key, field => Other(field.Value), StringComparer.Ordinal),
    };

    /// <summary>The document with everything hidden that differs in the one of somebody else.</summary>
    public static JsonNode? Hide(JsonNode? real, JsonNode? other) => (real, other) switch
    {
        (JsonObject members, _) => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Hide(member.Value, (other as JsonObject)?[member.Key])))),
        (JsonArray items, _) => new JsonArray([.. items.Select((item, at) => Hide(item, other is JsonArray others && others.Count == items.Count ? others[at] : null))]),
        (null, _) => null,
        _ => JsonNode.DeepEquals(real, other) ? real.DeepClone() : JsonValue.Create(Hidden),
    };

    private static Address Other(Address address) => address with
    {
        FirstName = Other(address.FirstName), LastName = Other(address.LastName), Company = Other(address.Company), Street = Other(address.Street), Street2 = Other(address.Street2),
        City = Other(address.City), PostalCode = Other(address.PostalCode), Phone = Other(address.Phone),
    };

    // Every letter and digit is another one of its kind, so that rules about the form of a text still hold.
    private static string Other(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var at = 0; at < span.Length; at++)
        {
            span[at] = from[at] switch
            {
                'x' => 'y',
                'X' => 'Y',
                '0' => '1',
                var digit when char.IsDigit(digit) => '0',
                var letter when char.IsUpper(letter) => 'X',
                var letter when char.IsLetter(letter) => 'x',
                var mark => mark,
            };
        }
    });
}
