namespace Integration.Run.Demo;

/// <summary>An order as the sandbox shop holds it.</summary>
/// <param name="OrderId">The shop's id.</param>
/// <param name="Number">The shop's number.</param>
/// <param name="Reference">Our reference in the ERP.</param>
/// <param name="PaymentStatus">The shop's payment status code.</param>
/// <param name="ShippingStatus">The shop's shipping status code.</param>
/// <param name="TrackingNumbers">How many tracking numbers it shows.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Total">Its total.</param>
/// <param name="Lines">SKU → pieces.</param>
internal sealed record DemoShopOrder(
    string OrderId, string Number, string Reference, string PaymentStatus, string ShippingStatus, int TrackingNumbers, string Currency, decimal Total,
    IReadOnlyDictionary<string, decimal> Lines)
{
    /// <summary>X-Cart's code of a shipped order.</summary>
    public bool IsShipped => ShippingStatus == "S";

    /// <summary>X-Cart's code of goods that came back.</summary>
    public bool IsReturned => ShippingStatus == "R";

    /// <summary>X-Cart's code of a cancelled order.</summary>
    public bool IsCancelled => PaymentStatus == "C";

    /// <summary>X-Cart's code of an order that awaits payment.</summary>
    public bool IsUnpaid => PaymentStatus == "Q";
}
