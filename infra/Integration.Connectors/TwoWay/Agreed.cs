namespace Integration.Connectors.TwoWay;

/// <summary>
/// A field's base: the values that were last agreed, as each side showed them in the answer to the write. They may differ: a system that
/// cuts or respells what it is given has not changed it.
/// </summary>
/// <param name="Storefront">As the storefront shows it.</param>
/// <param name="Erp">As the ERP shows it.</param>
internal sealed record Agreed(string Storefront, string Erp)
{
    /// <summary>Without the values: they may be personal.</summary>
    public override string ToString() => nameof(Agreed);
}
