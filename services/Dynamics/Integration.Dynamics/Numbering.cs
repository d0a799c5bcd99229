namespace Integration.Dynamics;

/// <summary>Who numbers sales orders.</summary>
internal enum Numbering
{
    /// <summary>Finance &amp; Operations' number sequence.</summary>
    Erp,

    /// <summary>
    /// We do: the order number is our reference. The number sequence must be manual; then Finance &amp; Operations itself refuses a second order of that number.
    /// </summary>
    Ours,
}
