namespace Integration.Tests.Compliance.Storefront;

/// <summary>An order that a customer places on the stage.</summary>
internal sealed record StagedOrder
{
    public string FirstName { get; init; } = "Anna";

    public string LastName { get; init; } = "Kowalska";

    public string City { get; init; } = "New York";

    public string State { get; init; } = "NY";

    public string Country { get; init; } = "US";

    public string Email { get; init; } = "anna@example.com";

    public string Notes { get; init; } = "";

    public string Currency { get; init; } = "USD";

    public string? Coupon { get; init; }

    public bool Paid { get; init; } = true;

    public IReadOnlyList<(string Sku, int Quantity)> Lines { get; init; } = [("MUG-01", 2)];
}
