namespace Integration.Contracts.Customers;

/// <summary>Who ordered. Personal data: never logged.</summary>
public sealed record CustomerIdentity
{
    /// <summary>The storefront's customer id; for a guest the id that the shop reuses for the same e-mail, or null.</summary>
    public string? Id { get; init; }

    /// <summary>E-mail as given.</summary>
    public required string Email { get; init; }

    /// <summary>True when the customer has no account.</summary>
    public required bool IsGuest { get; init; }

    /// <summary>First name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>The customer's group in the shop, such as <c>wholesale</c>; null when the shop has none or does not tell.</summary>
    public string? Group { get; init; }

    /// <summary>E-mail trimmed and in lower case: the business key of a customer.</summary>
    public string NormalisedEmail => Email.Trim().ToLowerInvariant();
}
