using System.Text.Json.Serialization;
using Integration.XCart.Api;

namespace Integration.XCart.AddOn;

/// <summary>What the add-on says of itself (<c>GET about</c>).</summary>
internal sealed record AddOnAbout
{
    /// <summary>The add-on's name; anything else answering at its address is not it.</summary>
    public const string Name = "Integration-ErpBridge";

    /// <summary>The capability of telling what changed.</summary>
    public const string Hints = "hints";

    /// <summary>The protocol spoken here.</summary>
    public const int Spoken = 1;

    [JsonPropertyName("addOn")]
    public string? AddOn { get; init; }

    [JsonPropertyName("version")]
    public string? Version { get; init; }

    [JsonPropertyName("protocol")]
    public int Protocol { get; init; }

    /// <summary>X-Cart's own version.</summary>
    [JsonPropertyName("store")]
    public string? Store { get; init; }

    [JsonPropertyName("capabilities"), JsonConverter(typeof(PhpList<string>))]
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Whether the shop's own stock changes cannot be torn apart; if they can, a sale at the same moment may overwrite a level set here.</summary>
    [JsonPropertyName("atomicStock")]
    public bool AtomicStock { get; init; }

    /// <summary>The shop's clock.</summary>
    [JsonPropertyName("clock")]
    public DateTimeOffset? Clock { get; init; }

    /// <summary>True when it can do this, such as <c>stock</c>.</summary>
    public bool Can(string what) => Capabilities.Contains(what, StringComparer.Ordinal);
}
