namespace Integration.XCart.Orders;

/// <summary>A payment transaction of an order.</summary>
/// <param name="Id">The number that staff and the payment provider see, such as <c>000008-QO74</c>; the row's id where it has none.</param>
/// <param name="Method">The method's title.</param>
/// <param name="Status">I, P, S, W, F, C or V.</param>
/// <param name="Type">What the customer began it as: <c>sale</c> or <c>auth</c>; a later capture does not change it.</param>
/// <param name="Value">The amount it was begun with.</param>
internal sealed record ShopTransaction(string Id, string Method, string Status, string Type, decimal Value)
{
    /// <summary>What went on at the provider; empty where it was not read, and for offline methods.</summary>
    public IReadOnlyList<ShopOperation> Operations { get; init; } = [];

    /// <summary>What payment add-ons left on the transaction, by name.</summary>
    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();
}
