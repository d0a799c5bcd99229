namespace Integration.Sandbox.Shop.Checkout;

/// <summary>An address as the customer types it.</summary>
public sealed record CheckoutAddress
{
    /// <summary>First name.</summary>
    public string Firstname { get; init; } = "";

    /// <summary>Last name.</summary>
    public string Lastname { get; init; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; init; } = "";

    /// <summary>City.</summary>
    public string City { get; init; } = "";

    /// <summary>State: the code where the shop knows the country's states (US, CA), else free text.</summary>
    public string State { get; init; } = "";

    /// <summary>Postal code.</summary>
    public string Zipcode { get; init; } = "";

    /// <summary>Country, two letters.</summary>
    public string Country { get; init; } = "US";

    /// <summary>Telephone number.</summary>
    public string Phone { get; init; } = "";
}
