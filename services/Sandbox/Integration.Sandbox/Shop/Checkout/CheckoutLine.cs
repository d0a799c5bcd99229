namespace Integration.Sandbox.Shop.Checkout;

/// <summary>One line of the cart.</summary>
public sealed record CheckoutLine
{
    /// <summary>SKU of a variant or product of the shop.</summary>
    public string Sku { get; init; } = "";

    /// <summary>Pieces.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Chosen options and texts by name, such as <c>Gift wrap: Yes</c>; some cost extra.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
