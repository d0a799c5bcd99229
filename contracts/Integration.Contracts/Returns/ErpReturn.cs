namespace Integration.Contracts.Returns;

/// <summary>A return as the ERP holds it.</summary>
public sealed record ErpReturn
{
    /// <summary>The ERP's id of the return.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Number { get; init; }

    /// <summary>Our external reference when the return came from the storefront, else whatever the ERP's people wrote there; may be empty.</summary>
    public required string Reference { get; init; }

    /// <summary>How far it is.</summary>
    public required ErpReturnState State { get; init; }

    /// <summary>What is expected back.</summary>
    public required IReadOnlyList<ReturnedQuantity> Expected { get; init; }

    /// <summary>What has been received.</summary>
    public required IReadOnlyList<ReturnedQuantity> Received { get; init; }

    /// <summary>What was sold on the order that it belongs to; empty when that is not known.</summary>
    public IReadOnlyList<ReturnedQuantity> Sold { get; init; } = [];
}
