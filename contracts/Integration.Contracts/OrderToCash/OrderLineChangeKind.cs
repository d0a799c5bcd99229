namespace Integration.Contracts.OrderToCash;

/// <summary>How a line of an order was changed in the ERP.</summary>
public enum OrderLineChangeKind
{
    /// <summary>A line more.</summary>
    Added,

    /// <summary>The line is gone.</summary>
    Removed,

    /// <summary>Another item stands in its place.</summary>
    Substituted,

    /// <summary>More or less of it is ordered.</summary>
    Quantity,

    /// <summary>It costs something else.</summary>
    Amount,

    /// <summary>A part of it will come later.</summary>
    BackOrdered,

    /// <summary>A part of it will not come at all.</summary>
    Short,
}
