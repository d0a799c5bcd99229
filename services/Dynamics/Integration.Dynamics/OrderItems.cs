namespace Integration.Dynamics;

/// <summary>Item numbers of the lines that are no goods: service items that are not stocked. Finance &amp; Operations' order header has no fields for these amounts.</summary>
internal sealed record OrderItems
{
    /// <summary>Shipping.</summary>
    public string Shipping { get; init; } = "SHIPPING";

    /// <summary>The shop's taxes; one line each.</summary>
    public string Tax { get; init; } = "SALESTAX";

    /// <summary>Discounts on the whole order, as lines of negative price.</summary>
    public string Discount { get; init; } = "DISCOUNT";

    /// <summary>Gift wrap, handling and other fees.</summary>
    public string Fee { get; init; } = "GIFTWRAP";

    /// <summary>Rounding of the shop's total.</summary>
    public string Rounding { get; init; } = "ROUNDING";

    /// <summary>All of them by setting.</summary>
    public IEnumerable<(string Setting, string Item)> All() =>
        [("items.shipping", Shipping), ("items.tax", Tax), ("items.discount", Discount), ("items.fee", Fee), ("items.rounding", Rounding)];
}
