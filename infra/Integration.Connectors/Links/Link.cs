namespace Integration.Connectors.Links;

/// <summary>The stored tie between a storefront record and an ERP record.</summary>
internal sealed record Link
{
    /// <summary>The pair, or <c>connection:NAME</c> for ties that all pairs of an ERP share.</summary>
    public required string Scope { get; init; }

    /// <summary>The canonical entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's record id; for customers the keyed hash of the e-mail.</summary>
    public required string StorefrontId { get; init; }

    /// <summary>What people call the record in the shop; empty for customers.</summary>
    public string StorefrontNumber { get; init; } = "";

    /// <summary>The ERP connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The ERP's record id.</summary>
    public required string ErpId { get; init; }

    /// <summary>The ERP's record number.</summary>
    public required string ErpNumber { get; init; }

    /// <summary>Our external reference; empty for customers.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The last agreed values as JSON, without personal data, or null.</summary>
    public string? Base { get; init; }
}
