namespace Integration.Mapping.Documents;

/// <summary>Which way a mapping goes.</summary>
public enum MappingDirection
{
    /// <summary>From the storefront (or the canonical model) to the ERP.</summary>
    ToErp,

    /// <summary>From the ERP (or the canonical model) to the storefront.</summary>
    ToStorefront,
}
