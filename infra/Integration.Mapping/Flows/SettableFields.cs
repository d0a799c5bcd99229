namespace Integration.Mapping.Flows;

/// <summary>
/// What a rule may set on a canonical order. Money, lines, keys, dates and statuses are not among it: what keeps an order from being
/// lost, doubled or changed in its amount cannot be configured away.
/// </summary>
public static class SettableFields
{
    /// <summary>Prefix of the fields for mapping documents, by any name: <c>customFields.priority</c>.</summary>
    public const string CustomField = "customFields.";

    /// <summary>The customer's note.</summary>
    public const string Notes = "notes";

    /// <summary>The customer's group in the shop.</summary>
    public const string CustomerGroup = "customer.group";

    /// <summary>Code of the shipping method.</summary>
    public const string ShippingCode = "shippingMethod.code";

    /// <summary>Title of the shipping method, the usual key of the ship-via lookup.</summary>
    public const string ShippingName = "shippingMethod.name";

    private static readonly string[] Fixed = [Notes, CustomerGroup, ShippingCode, ShippingName];

    /// <summary>All of them, for error texts.</summary>
    public static string Listed => $"{CustomField}NAME, {string.Join(", ", Fixed)}";

    /// <summary>True when a rule may set the path.</summary>
    public static bool Contains(string path) =>
        Fixed.Contains(path, StringComparer.Ordinal)
        || (path.StartsWith(CustomField, StringComparison.Ordinal) && path.Length > CustomField.Length);
}
