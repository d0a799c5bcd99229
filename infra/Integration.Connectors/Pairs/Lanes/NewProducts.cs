namespace Integration.Connectors.Pairs.Lanes;

/// <summary>Which items of the ERP are made in the storefront when it lacks them.</summary>
public enum NewProducts
{
    /// <summary>Those that are marked for it in the ERP.</summary>
    Exported,

    /// <summary>All that are for sale.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
