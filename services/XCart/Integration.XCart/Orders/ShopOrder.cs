namespace Integration.XCart.Orders;

/// <summary>An order as either API of X-Cart shows it, before it is put into canonical words. Money and codes are the shop's own, unrounded.</summary>
internal sealed record ShopOrder
{
    public required long Id { get; init; }

    /// <summary>Null or empty for carts and orders that were never finished.</summary>
    public string? Number { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public decimal Total { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    public string PaymentCode { get; init; } = "";

    public string ShippingCode { get; init; } = "";

    /// <summary>The account or the guest's row, else the order's own copy; null when the order belongs to nobody.</summary>
    public ShopCustomer? Customer { get; init; }

    public ShopAddress? Billing { get; init; }

    /// <summary>Null when nothing is shipped.</summary>
    public ShopAddress? Shipping { get; init; }

    public IReadOnlyList<ShopLine> Lines { get; init; } = [];

    public IReadOnlyList<Surcharge> Surcharges { get; init; } = [];

    /// <summary>Codes of the coupons used.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    public IReadOnlyList<ShopTransaction> Transactions { get; init; } = [];

    public long? ShippingId { get; init; }

    public string ShippingMethod { get; init; } = "";

    /// <summary>The payment method's title.</summary>
    public string PaymentMethod { get; init; } = "";

    /// <summary>The customer's note.</summary>
    public string Notes { get; init; } = "";

    /// <summary>What staff wrote for themselves; only returns named there are taken from it.</summary>
    public string StaffNotes { get; init; } = "";

    public IReadOnlyList<ShopDetail> Details { get; init; } = [];
}
