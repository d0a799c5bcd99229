namespace Integration.Sandbox.Shop.Checkout;

/// <summary>One customer's checkout, the body of <c>POST /_sandbox/checkout</c> (or an array of them).</summary>
public sealed record CheckoutRequest
{
    /// <summary>Who checks out.</summary>
    public CheckoutCustomer Customer { get; init; } = new();

    /// <summary>Billing address.</summary>
    public CheckoutAddress Billing { get; init; } = new();

    /// <summary>Shipping address; null for the billing address.</summary>
    public CheckoutAddress? Shipping { get; init; }

    /// <summary>The cart.</summary>
    public IReadOnlyList<CheckoutLine> Lines { get; init; } = [];

    /// <summary>Coupon code, or null.</summary>
    public string? Coupon { get; init; }

    /// <summary>Name of the shipping method.</summary>
    public string ShippingMethod { get; init; } = "Courier";

    /// <summary>Name or title of the payment method.</summary>
    public string PaymentMethod { get; init; } = "Stripe";

    /// <summary>What comes of the payment; null for the method's own: paid for online methods, awaiting for the others.</summary>
    public PaymentOutcome? Payment { get; init; }

    /// <summary>What a gift card pays of the total, as a transaction of its own; 0 for no gift card.</summary>
    public decimal GiftCard { get; init; }

    /// <summary>What the customer's credit with the shop pays of the total, as a transaction of its own; 0 for none.</summary>
    public decimal StoreCredit { get; init; }

    /// <summary>Purchase order number, kept in the transaction's data.</summary>
    public string? PoNumber { get; init; }

    /// <summary>The customer's remark.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Currency of the order, ISO 4217; null for the shop's.</summary>
    public string? Currency { get; init; }

    /// <summary>Instant of the order (UTC) instead of now, to make old orders.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Added to the stored total only, so that the order does not add up.</summary>
    public decimal BreakTotalBy { get; init; }
}
