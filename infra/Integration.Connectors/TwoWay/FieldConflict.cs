namespace Integration.Connectors.TwoWay;

/// <summary>A shared field that both sides changed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Storefront">The storefront's value; may be personal.</param>
/// <param name="Erp">The ERP's value; may be personal.</param>
internal sealed record FieldConflict(string Field, string Storefront, string Erp)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => $"{nameof(FieldConflict)} {Field}";
}
