namespace Integration.Connectors.Ports;

/// <summary>Goods that come back, from one line of one invoice.</summary>
public sealed record ReturnSourceLine
{
    /// <summary>Unique within the return: the storefront's line id, and a number where the line was billed in parts.</summary>
    public required string Id { get; init; }

    /// <summary>Stock keeping unit.</summary>
    public required string Sku { get; init; }

    /// <summary>The product's name on the order.</summary>
    public required string Name { get; init; }

    /// <summary>How many.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Their amount before order discounts.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The ERP's own id of the line that sold them; null where the ERP tells none.</summary>
    public string? SaleLine { get; init; }

    /// <summary>Type of the invoice; null when the pair returns goods without one.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Number of the invoice.</summary>
    public string? Invoice { get; init; }

    /// <summary>Line of the invoice.</summary>
    public int? InvoiceLine { get; init; }
}
