using System.Globalization;

namespace Integration.Contracts.OrderToCash;

/// <summary>One change of an order's line that people in the ERP made.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="Sku">The item that was agreed; the new one for <see cref="OrderLineChangeKind.Added"/>.</param>
/// <param name="Before">Quantity, or amount in the order's currency, before; 0 for a line more.</param>
/// <param name="Now">The same now; for what is back-ordered or falls short, how much of it.</param>
/// <param name="Instead">The item that stands in its place, for <see cref="OrderLineChangeKind.Substituted"/>.</param>
public sealed record OrderLineChange(OrderLineChangeKind Kind, string Sku, decimal Before, decimal Now, string? Instead = null)
{
    /// <summary>Plain words, without the item.</summary>
    public string InWords() => Kind switch
    {
        OrderLineChangeKind.Added => $"{Text(Now)} added.",
        OrderLineChangeKind.Removed => $"{Text(Before)} taken off.",
        OrderLineChangeKind.Substituted => $"replaced by {Instead}.",
        OrderLineChangeKind.Quantity => $"quantity {Text(Before)} is now {Text(Now)}.",
        OrderLineChangeKind.Amount => $"amount {Text(Before)} is now {Text(Now)}.",
        OrderLineChangeKind.BackOrdered => $"{Text(Now)} of {Text(Before)} will come later.",
        OrderLineChangeKind.Short => $"{Text(Now)} of {Text(Before)} will not come.",
        _ => "changed.",
    };

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
