using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Ports;

/// <summary>What the mapping document <c>returns.toErp</c> reads: the return, joined to what the ERP sold.</summary>
public sealed record ReturnSource
{
    /// <summary>Our external reference of the return: the order's, a slash and the return's id.</summary>
    public required string Reference { get; init; }

    /// <summary>Our external reference of the order.</summary>
    public required string OrderReference { get; init; }

    /// <summary>The order's number in the shop.</summary>
    public required string Number { get; init; }

    /// <summary>The day, in the pair's time zone.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The shop's own word for the reason; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The ERP's id of the order's customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The goods.</summary>
    public IReadOnlyList<ReturnSourceLine> Lines { get; init; } = [];

    /// <inheritdoc cref="GoodsReturn.Shipping"/>
    public decimal Shipping { get; init; }

    /// <inheritdoc cref="GoodsReturn.Fees"/>
    public IReadOnlyList<OrderFee> Fees { get; init; } = [];

    /// <inheritdoc cref="GoodsReturn.Discount"/>
    public decimal Discount { get; init; }

    /// <inheritdoc cref="GoodsReturn.Taxes"/>
    public IReadOnlyList<OrderTax> Taxes { get; init; } = [];

    /// <inheritdoc cref="GoodsReturn.Rounding"/>
    public decimal Rounding { get; init; }

    /// <summary>What the customer is credited in all.</summary>
    public required decimal Total { get; init; }

    /// <summary>The total in its currency.</summary>
    public Money Amount() => new(Total, Currency);
}
