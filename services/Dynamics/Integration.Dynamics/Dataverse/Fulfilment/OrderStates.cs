using Integration.Contracts.OrderToCash;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Fulfilment;

/// <summary>
/// States of a sales order (<c>statecode</c>) with their reasons (<c>statuscode</c>). Reasons that an organization adds count as their state. An order may be called partially fulfilled although all
/// goods have left, because lines of text are never shipped: there the goods decide.
/// </summary>
internal static class OrderStates
{
    private const int Pending = 2;
    private const int HeldByFieldService = 690970000;
    private const int Partial = 100002;

    /// <summary>The order's status in canonical terms.</summary>
    /// <param name="order">The order.</param>
    /// <param name="hasShipped">True when something of it has left.</param>
    /// <param name="hasAllShipped">True when all goods have left.</param>
    public static ErpOrderStatus Of(DataverseRecord order, bool hasShipped, bool hasAllShipped) => (order.Whole("statecode"), order.Whole("statuscode")) switch
    {
        (0, Pending or HeldByFieldService) => ErpOrderStatus.OnHold,
        (0 or 1, _) => hasShipped ? ErpOrderStatus.Shipping : ErpOrderStatus.Open,
        (2, _) => ErpOrderStatus.Cancelled,
        (3, Partial) => hasAllShipped ? ErpOrderStatus.Completed : ErpOrderStatus.Shipping,
        (3, _) => ErpOrderStatus.Completed,
        (4, _) => ErpOrderStatus.Invoiced,
        _ => ErpOrderStatus.Unknown,
    };

    /// <summary>State and reason in the English words of Dynamics 365 Sales.</summary>
    public static string Words(DataverseRecord order) => (order.Whole("statecode"), order.Whole("statuscode")) switch
    {
        (0, 1) => "Active: New",
        (0, Pending) => "Active: Pending",
        (0, HeldByFieldService) => "Active: On Hold",
        (1, _) => "Submitted: In Progress",
        (2, _) => "Canceled",
        (3, Partial) => "Fulfilled: Partial",
        (3, _) => "Fulfilled: Complete",
        (4, _) => "Invoiced",
        var (state, reason) => $"state {state}, reason {reason}",
    };
}
