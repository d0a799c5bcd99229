namespace Integration.XCart.Orders.Canonical;

/// <summary>
/// What merchants and add-ons put on an order beyond X-Cart's own fields: address fields as <c>billing.NAME</c> and <c>shipping.NAME</c>,
/// order details as <c>details.CODE</c>, and the payment method's title as <c>paymentMethod</c>.
/// </summary>
internal static class CustomFields
{
    // Old offline card forms left the card itself in the details.
    private static readonly string[] CardWords = ["card", "cvv", "cvc", "cc_", "expir"];

    /// <summary>The fields, without payment card details.</summary>
    public static IReadOnlyDictionary<string, string> Of(ShopOrder order)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("paymentMethod", order.PaymentMethod);
        foreach (var detail in order.Details)
        {
            var name = detail.Code is { Length: > 0 } code ? code : detail.Label;
            if (name is { Length: > 0 } && !IsCard(name) && !IsCard(detail.Label ?? "")) Add($"details.{name}", detail.Value);
        }

        foreach (var (name, value) in order.Billing is { } billing ? Addresses.FieldsOf(billing) : []) Add($"billing.{name}", value);
        foreach (var (name, value) in order.Shipping is { } shipping ? Addresses.FieldsOf(shipping) : []) Add($"shipping.{name}", value);
        return fields;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) fields[name] = CardNumbers.Masked(value.Trim());
        }
    }

    private static bool IsCard(string name) => CardWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
