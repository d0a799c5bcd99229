namespace Integration.Contracts.Orders;

/// <summary>One ordered item.</summary>
public sealed record OrderLine
{
    /// <summary>The storefront's line id, stable over the order's life.</summary>
    public required string Id { get; init; }

    /// <summary>Stock keeping unit; the variant's own where it has one.</summary>
    public required string Sku { get; init; }

    /// <summary>The product's name at the time of the order.</summary>
    public required string Name { get; init; }

    /// <summary>Ordered quantity, positive.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Price of one unit with options, before order discounts: <see cref="Subtotal"/> ÷ <see cref="Quantity"/>, possibly with more decimals than the currency.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>The line's amount, rounded to the currency.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>Chosen options such as size or engraving.</summary>
    public IReadOnlyList<LineOption> Options { get; init; } = [];
}
