using System.Text.Json;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;

namespace Integration.Connectors.Ports;

/// <summary>
/// How far a sales order is, without personal data. A connector writes it, as JSON, into the echo of a write to the order, so that our own writes never
/// come back as edits of people there, and need not be read once more.
/// </summary>
public sealed record ErpOrderProgress
{
    /// <summary>The ERP's id of the order.</summary>
    public required string Id { get; init; }

    /// <summary>The ERP's order number.</summary>
    public required string Number { get; init; }

    /// <summary>Our external reference on the order; empty for orders that are not ours.</summary>
    public required string Reference { get; init; }

    /// <summary>Status in canonical terms.</summary>
    public required ErpOrderStatus Status { get; init; }

    /// <summary>The ERP's own word for the status.</summary>
    public required string ErpStatus { get; init; }

    /// <summary>The ERP's change stamp, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What it holds; null where the ERP does not tell.</summary>
    public ErpOrderContent? Content { get; init; }

    /// <summary>Numbers of its confirmed shipments; null where the ERP does not list them with the order.</summary>
    public IReadOnlyList<string>? Shipments { get; init; }

    /// <summary>Numbers of released invoices.</summary>
    public IReadOnlyList<string> Invoices { get; init; } = [];

    /// <summary>
    /// Of an echo, where listings have no stamps: what one shows of the order as it was written (<see cref="ChangedRecord.Content"/>), so that the next listing need not have it read.
    /// Null where listings have stamps, and of a reading.
    /// </summary>
    public string? Listed { get; init; }

    /// <summary>The progress as an echo.</summary>
    public string ToEcho() => JsonSerializer.Serialize(this, ContractsJson.Options);

    /// <summary>The progress that an echo shows; null when it holds none.</summary>
    public static ErpOrderProgress? OfEcho(string? echo)
    {
        if (string.IsNullOrEmpty(echo)) return null;
        try
        {
            return JsonSerializer.Deserialize<ErpOrderProgress>(echo, ContractsJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
