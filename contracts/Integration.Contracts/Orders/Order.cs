using Integration.Contracts.Customers;
using Integration.Contracts.Returns;

namespace Integration.Contracts.Orders;

/// <summary>
/// A storefront order as all services see it. All amounts are decimals in <see cref="Currency"/>, in major units;
/// all times are UTC. <see cref="OrderChecks"/> holds its invariants.
/// </summary>
public sealed record Order
{
    /// <summary>Pair and storefront order id.</summary>
    public required OrderKey Key { get; init; }

    /// <summary>Code of the storefront connection, such as <c>XC1</c>; part of <see cref="Reference"/>.</summary>
    public required string Storefront { get; init; }

    /// <summary>The number the shop and its customer use.</summary>
    public required string Number { get; init; }

    /// <summary>Our external reference in the ERP: storefront code and order number, unique over all shops of one ERP.</summary>
    public string Reference => $"{Storefront}-{Number}";

    /// <summary>When the customer placed the order.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When the storefront last changed the order, by the storefront's clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The order's date in the pair's time zone: what the ERP's calendar date becomes.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>ISO 4217 code of every amount in this order.</summary>
    public required string Currency { get; init; }

    /// <summary>Payment status in canonical terms.</summary>
    public required PaymentStatus PaymentStatus { get; init; }

    /// <summary>The storefront's own payment status code, as sent.</summary>
    public required string PaymentStatusCode { get; init; }

    /// <summary>Fulfilment status in canonical terms.</summary>
    public required FulfilmentStatus FulfilmentStatus { get; init; }

    /// <summary>The storefront's own shipping status code, as sent.</summary>
    public required string FulfilmentStatusCode { get; init; }

    /// <summary>Who ordered.</summary>
    public required CustomerIdentity Customer { get; init; }

    /// <summary>The billing address.</summary>
    public required Address BillingAddress { get; init; }

    /// <summary>Where the goods go; null when nothing is shipped.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>What was ordered, in the storefront's order.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>The chosen shipping method; null when nothing is shipped.</summary>
    public ShippingMethod? ShippingMethod { get; init; }

    /// <summary>Shipping charged to the customer, rounded to the currency.</summary>
    public decimal ShippingCost { get; init; }

    /// <summary>Discounts on the whole order; amounts positive.</summary>
    public IReadOnlyList<OrderDiscount> Discounts { get; init; } = [];

    /// <summary>Taxes charged on top of the prices.</summary>
    public IReadOnlyList<OrderTax> Taxes { get; init; } = [];

    /// <summary>Handling, gift wrap and other fees, rounded to the currency.</summary>
    public IReadOnlyList<OrderFee> Fees { get; init; } = [];

    /// <summary>An explicit rounding line (may be negative), set when the storefront's total differs within the pair's rounding limit.</summary>
    public decimal Rounding { get; init; }

    /// <summary>What the customer owes in all.</summary>
    public required decimal Total { get; init; }

    /// <summary>Payments as the storefront knows them.</summary>
    public IReadOnlyList<OrderPayment> Payments { get; init; } = [];

    /// <summary>What the storefront says has come back, beside the order's status.</summary>
    public IReadOnlyList<OrderReturn> Returns { get; init; } = [];

    /// <summary>The customer's note; may hold line breaks.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Further fields by the storefront's own names, for mapping documents.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; init; } = new Dictionary<string, string>();

    /// <summary>Lines + shipping + fees + taxes − discounts + rounding, each already rounded to the currency.</summary>
    public decimal ComputedTotal() =>
        Lines.Sum(line => line.Subtotal) + ShippingCost + Fees.Sum(fee => fee.Amount)
        + Taxes.Sum(tax => tax.Amount) - Discounts.Sum(discount => discount.Amount) + Rounding;
}
