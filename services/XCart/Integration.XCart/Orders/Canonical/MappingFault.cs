namespace Integration.XCart.Orders.Canonical;

/// <summary>An order cannot be put into canonical form; becomes a reason on the attention list.</summary>
/// <param name="field">The shop's or the pair file's field.</param>
/// <param name="message">Plain words without personal data.</param>
internal sealed class MappingFault(string field, string message) : Exception(message)
{
    /// <summary>The field it is about.</summary>
    public string Field { get; } = field;
}
