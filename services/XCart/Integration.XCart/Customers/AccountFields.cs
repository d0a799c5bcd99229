using Integration.Contracts.Customers;

namespace Integration.XCart.Customers;

/// <summary>What X-Cart keeps of an account. Company and second address line exist only where a merchant added such fields: those are not written.</summary>
internal static class AccountFields
{
    /// <summary>Written by the account's own row.</summary>
    public static IReadOnlyList<string> OfProfile { get; } = [CustomerFields.Email, CustomerFields.Active];

    /// <summary>Written by its main address.</summary>
    public static IReadOnlyList<string> OfAddress { get; } =
    [
        CustomerFields.Name, CustomerFields.Phone, CustomerFields.Street, CustomerFields.City, CustomerFields.PostalCode, CustomerFields.State, CustomerFields.Country,
    ];

    /// <summary>What both APIs write.</summary>
    public static IReadOnlySet<string> Common { get; } = new HashSet<string>([.. OfProfile, .. OfAddress], StringComparer.Ordinal);

    /// <summary>The same and the membership.</summary>
    public static IReadOnlySet<string> WithGroup { get; } = new HashSet<string>([.. Common, CustomerFields.Group], StringComparer.Ordinal);
}
