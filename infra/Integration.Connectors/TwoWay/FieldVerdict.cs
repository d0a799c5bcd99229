namespace Integration.Connectors.TwoWay;

/// <summary>What is to be done with one field.</summary>
internal enum FieldVerdict
{
    /// <summary>One side does not have the field: nothing can be compared.</summary>
    NotComparable,

    /// <summary>Neither side changed it since it was agreed.</summary>
    Unchanged,

    /// <summary>Both sides show the same: agreed from now on.</summary>
    Converged,

    /// <summary>The storefront's value is to be written to the ERP.</summary>
    ToErp,

    /// <summary>The ERP's value is to be written to the storefront.</summary>
    ToStorefront,

    /// <summary>A person decides.</summary>
    Conflict,

    /// <summary>A write that the pair does not want.</summary>
    Held,
}
