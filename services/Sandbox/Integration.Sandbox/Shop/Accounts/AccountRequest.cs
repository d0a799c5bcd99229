namespace Integration.Sandbox.Shop.Accounts;

/// <summary>What a customer types on the pages of the account; what is left out stays as it is.</summary>
public sealed record AccountRequest
{
    /// <summary>E-mail address, the log-in. Registering needs it.</summary>
    public string? Email { get; init; }

    /// <summary>First name.</summary>
    public string? Firstname { get; init; }

    /// <summary>Last name.</summary>
    public string? Lastname { get; init; }

    /// <summary>Street and number.</summary>
    public string? Street { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State: the code where the shop knows the country's states, else free text. Counts when registering.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? Zipcode { get; init; }

    /// <summary>Country, two letters. Counts when registering.</summary>
    public string? Country { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }
}
