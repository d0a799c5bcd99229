namespace Integration.Connectors.Ports;

/// <summary>What an ERP's sales order holds, without personal data.</summary>
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
}
