using Integration.Contracts.Orders;

namespace Integration.Contracts.Returns;

/// <summary>
/// A return of an order as all services see it: the goods that come back and what the customer is credited for them. All amounts are positive, in
/// <see cref="Currency"/> and rounded to it; the returns of an order add up to the order.
/// </summary>
public sealed record GoodsReturn
{
    /// <summary>Its id within the order.</summary>
    public required string Id { get; init; }

    /// <summary>Our external reference of the order in the ERP.</summary>
    public required string OrderReference { get; init; }

    /// <summary>Our external reference of this return in the ERP: the order's, a slash and the id.</summary>
    public string Reference => $"{OrderReference}/{Id}";

    /// <summary>The order's number in the shop.</summary>
    public required string Number { get; init; }

    /// <summary>The day on which it was seen, in the pair's time zone.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The shop's own word for the reason; empty when none was given.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The goods; empty when only shipping is given back.</summary>
    public IReadOnlyList<GoodsReturnLine> Lines { get; init; } = [];

    /// <summary>Shipping given back.</summary>
    public decimal Shipping { get; init; }

    /// <summary>Fees given back.</summary>
    public IReadOnlyList<OrderFee> Fees { get; init; } = [];

    /// <summary>The goods' part of the order's discounts.</summary>
    public decimal Discount { get; init; }

    /// <summary>The goods' and charges' part of the order's taxes.</summary>
    public IReadOnlyList<OrderTax> Taxes { get; init; } = [];

    /// <summary>The order's rounding line, given back with the last piece; may be negative.</summary>
    public decimal Rounding { get; init; }

    /// <summary>What the customer is credited in all.</summary>
    public decimal Total => Lines.Sum(line => line.Amount) + Shipping + Fees.Sum(fee => fee.Amount) + Taxes.Sum(tax => tax.Amount) - Discount + Rounding;
}
