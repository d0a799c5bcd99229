namespace Integration.Connectors.Lanes.Customers;

/// <summary>A record's values, or why they could not be mapped.</summary>
/// <param name="Values">By field; null when there are problems. May be personal.</param>
/// <param name="Mapped">The mapping, with its problems.</param>
internal sealed record ReadValues(IReadOnlyDictionary<string, string>? Values, MappedDocument Mapped)
{
    /// <summary>Without the values.</summary>
    public override string ToString() => nameof(ReadValues);
}
