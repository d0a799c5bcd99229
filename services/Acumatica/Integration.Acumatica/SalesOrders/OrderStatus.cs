using Integration.Acumatica.Protocol;
using Integration.Contracts.OrderToCash;

namespace Integration.Acumatica.SalesOrders;

/// <summary>Statuses of the Sales Orders form. The API answers the displayed text, so the integration's user must have the en-US locale.</summary>
internal static class OrderStatus
{
    /// <summary>The statuses in which Acumatica's own connectors change an order.</summary>
    public static IReadOnlyList<string> Changeable { get; } = ["Open", "On Hold", "Risk Hold", "Credit Hold", "Pending Processing"];

    /// <summary>The order's status in canonical terms.</summary>
    public static ErpOrderStatus Of(EntityRecord order) => order.Text("Status") switch
    {
        "On Hold" or "Pending Approval" or "Rejected" or "Risk Hold" => ErpOrderStatus.OnHold,
        "Credit Hold" => ErpOrderStatus.CreditHold,
        "Open" or "Awaiting Payment" or "Pending Processing" => ErpOrderStatus.Open,
        "Shipping" or "Back Order" => ErpOrderStatus.Shipping,
        "Invoiced" => ErpOrderStatus.Invoiced,
        "Completed" => ErpOrderStatus.Completed,
        "Canceled" or "Cancelled" => ErpOrderStatus.Cancelled,
        _ => ErpOrderStatus.Unknown,
    };
}
