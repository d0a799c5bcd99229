namespace Integration.Run.Demo;

/// <summary>An order as the sandbox shop holds it.</summary>
/// <param name="OrderId">The shop's id.</param>
/// <param name="Number">The shop's number.</param>
/// <param name="Reference">Our reference in the ERP.</param>
/// <param name="PaymentStatus">The shop's payment status code.</param>
/// <param name="ShippingStatus">The shop's shipping status code.</param>
/// <param name="TrackingNumbers">How many tracking numbers it shows.</param>
internal sealed record DemoShopOrder(string OrderId, string Number, string Reference, string PaymentStatus, string ShippingStatus, int TrackingNumbers)
{
    /// <summary>X-Cart's code of a shipped order.</summary>
    public bool IsShipped => ShippingStatus == "S";

    /// <summary>X-Cart's code of a cancelled order.</summary>
    public bool IsCancelled => PaymentStatus == "C";

    /// <summary>X-Cart's code of an order that awaits payment.</summary>
    public bool IsUnpaid => PaymentStatus == "Q";
}
