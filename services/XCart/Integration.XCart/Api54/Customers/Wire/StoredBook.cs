using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.Api54.Customers.Wire;

/// <summary>An account's address book as stored: which address is which, without its texts.</summary>
internal sealed record StoredBook
{
    [JsonPropertyName("addresses"), JsonConverter(typeof(PhpList<StoredEntry>))]
    public IReadOnlyList<StoredEntry> Addresses { get; init; } = [];

    /// <summary>The entry that counts as the account's own.</summary>
    [JsonIgnore]
    public StoredEntry? Main => Addresses.FirstOrDefault(entry => entry.IsBilling) ?? (Addresses.Count > 0 ? Addresses[0] : null);
}
