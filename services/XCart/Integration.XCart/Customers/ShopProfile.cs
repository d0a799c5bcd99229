namespace Integration.XCart.Customers;

/// <summary>A customer's account as both APIs come to it.</summary>
internal sealed record ShopProfile
{
    public required long Id { get; init; }

    public string? Login { get; init; }

    /// <summary><c>E</c> enabled, <c>D</c> disabled.</summary>
    public string? Status { get; init; }

    public string? Language { get; init; }

    /// <summary>The membership's name; empty or null for none.</summary>
    public string? Membership { get; init; }

    public DateTimeOffset? AddedAt { get; init; }

    public IReadOnlyList<ProfileAddress> Addresses { get; init; } = [];
}
