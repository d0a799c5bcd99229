namespace Integration.Connectors.TwoWay;

/// <summary>The part of a record that is stored sealed, because it may be personal.</summary>
/// <param name="Fields">What is remembered of each field.</param>
/// <param name="Storefront">The storefront's values as last told.</param>
internal sealed record TwoWayValues(IReadOnlyDictionary<string, TwoWayField> Fields, IReadOnlyDictionary<string, string> Storefront)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => nameof(TwoWayValues);
}
