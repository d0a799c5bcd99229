namespace Integration.Contracts.Customers;

/// <summary>A postal address with its contact. Personal data: never logged.</summary>
public sealed record Address
{
    /// <summary>First name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Company; may be empty.</summary>
    public string Company { get; init; } = "";

    /// <summary>Street and number, first line.</summary>
    public string Street { get; init; } = "";

    /// <summary>Second address line; may be empty.</summary>
    public string Street2 { get; init; } = "";

    /// <summary>City.</summary>
    public string City { get; init; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>State code where the country has a list, else free text as the customer typed it.</summary>
    public string State { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 country code.</summary>
    public string Country { get; init; } = "";

    /// <summary>Telephone as typed.</summary>
    public string Phone { get; init; } = "";

    /// <summary>First and last name in one.</summary>
    public string FullName => $"{FirstName} {LastName}".Trim();
}
