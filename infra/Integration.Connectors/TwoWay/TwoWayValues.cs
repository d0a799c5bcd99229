namespace Integration.Connectors.TwoWay;

/// <summary>The part of a record that is stored sealed, because it may be personal.</summary>
/// <param name="Fields">What is remembered of each field.</param>
/// <param name="Storefront">The storefront's values as last told.</param>
/// <param name="Erp">The ERP's values as last read.</param>
internal sealed record TwoWayValues(IReadOnlyDictionary<string, TwoWayField> Fields, IReadOnlyDictionary<string, string> Storefront, IReadOnlyDictionary<string, string> Erp)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => nameof(TwoWayValues);
}
