using System.Text.Json.Serialization;

namespace Integration.Contracts.Customers;

/// <summary>A customer's account in a storefront. Personal data: never logged.</summary>
public sealed record Customer
{
    /// <summary>The storefront's id of the account.</summary>
    public required string Id { get; init; }

    /// <summary>E-mail as the storefront has it; never empty.</summary>
    public required string Email { get; init; }

    /// <summary>First name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Company; may be empty.</summary>
    public string Company { get; init; } = "";

    /// <summary>Telephone as typed; may be empty.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The customer's group or membership by name, such as <c>Wholesale</c>; null when there is none.</summary>
    public string? Group { get; init; }

    /// <summary>Language as an ISO 639-1 code; null when the storefront does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the customer pays no tax; null where the storefront has no such mark.</summary>
    public bool? TaxExempt { get; init; }

    /// <summary>False when the storefront lets the account no longer in.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The address book, in the storefront's order.</summary>
    public required IReadOnlyList<CustomerAddress> Addresses { get; init; }

    /// <summary>When the account was made; null when the storefront does not tell.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The storefront's change stamp; null where it keeps none, as X-Cart does.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>E-mail trimmed and in lower case: the business key of a customer.</summary>
    public string NormalisedEmail => Email.Trim().ToLowerInvariant();

    /// <summary>The entry that counts as the account's own: the first for invoices, else the first; null when the book is empty.</summary>
    [JsonIgnore]
    public CustomerAddress? Main => Addresses.FirstOrDefault(entry => entry.IsBilling) ?? (Addresses.Count > 0 ? Addresses[0] : null);

    /// <summary>The address of <see cref="Main"/>; an empty one when there is none.</summary>
    [JsonIgnore]
    public Address MainAddress => Main?.Address ?? new Address();
}
