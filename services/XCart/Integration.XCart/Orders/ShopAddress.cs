namespace Integration.XCart.Orders;

/// <summary>An address of an order.</summary>
internal sealed record ShopAddress
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Street { get; init; }

    public string? City { get; init; }

    /// <summary>A code where the country has a list of states, else what the customer typed.</summary>
    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public string? Phone { get; init; }

    /// <summary>Fields beyond these, by service name: merchants add their own.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();
}
