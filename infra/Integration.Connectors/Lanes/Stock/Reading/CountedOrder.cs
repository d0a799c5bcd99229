namespace Integration.Connectors.Lanes.Stock.Reading;

/// <summary>A storefront order that the ERP holds.</summary>
internal sealed record CountedOrder
{
    /// <summary>Its lines as JSON; empty until they are known.</summary>
    public string Lines { get; init; } = "";

    /// <summary>The ERP's status in canonical terms; empty until it was seen.</summary>
    public string Status { get; init; } = "";

    /// <summary>1 while the ERP's figures have it deducted.</summary>
    public long Counts { get; init; }
}
