using System.Text.Json;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Ports;

/// <summary>
/// What an ERP's sales order holds, without personal data. A connector writes it, as JSON, into the echo of a write to the order, so that our own
/// writes never come back as edits of people there.
/// </summary>
public sealed record ErpOrderContent
{
    /// <summary>The ERP's change stamp of this state, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>The order's total.</summary>
    public required decimal Total { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<ErpOrderLine> Lines { get; init; }

    /// <summary>The content as an echo.</summary>
    public string ToEcho() => JsonSerializer.Serialize(this, ContractsJson.Options);

    /// <summary>The content of an echo; null when it holds none.</summary>
    public static ErpOrderContent? OfEcho(string? echo)
    {
        if (string.IsNullOrEmpty(echo)) return null;
        try
        {
            return JsonSerializer.Deserialize<ErpOrderContent>(echo, ContractsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
