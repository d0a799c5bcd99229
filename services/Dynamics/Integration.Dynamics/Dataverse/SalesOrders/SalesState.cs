using Integration.Contracts.OrderToCash;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>States of sales orders (<c>statecode</c> and <c>statuscode</c>). People may call an order partially fulfilled whose goods have all left, because lines of text are never shipped; so the goods decide.</summary>
internal static class SalesState
{
    private const int Active = 0;
    private const int Submitted = 1;
    private const int Canceled = 2;
    private const int Fulfilled = 3;
    private const int Invoiced = 4;

    /// <summary>Status of an active order: nothing speaks against it.</summary>
    public const int New = 1;

    /// <summary>Status of an active order that waits for something.</summary>
    public const int Pending = 2;

    /// <summary>Status of an order that was cancelled: no money.</summary>
    public const int NoMoney = 4;

    private const int PendingInFieldService = 690970000;
    private const int Complete = 100001;

    /// <summary>The order's status in canonical terms.</summary>
    public static ErpOrderStatus Of(StoredSale order)
    {
        switch (order.Header.Whole("statecode"))
        {
            case Canceled: return ErpOrderStatus.Cancelled;
            case Invoiced: return ErpOrderStatus.Invoiced;
            case Fulfilled: return order.Header.Whole("statuscode") == Complete || IsShipped(order) ? ErpOrderStatus.Completed : ErpOrderStatus.Shipping;
            case Active when order.Header.Whole("statuscode") is Pending or PendingInFieldService: return ErpOrderStatus.OnHold;
            case Active or Submitted: return order.Lines.Any(line => line.Shipped > 0) ? ErpOrderStatus.Shipping : ErpOrderStatus.Open;
            default: return ErpOrderStatus.Unknown;
        }
    }

    /// <summary>Sales' own words.</summary>
    public static string Words(StoredSale order) => (order.Header.Whole("statecode"), order.Header.Whole("statuscode")) switch
    {
        (Active, Pending or PendingInFieldService) => "Active, Pending",
        (Active, _) => "Active",
        (Submitted, _) => "Submitted",
        (Canceled, _) => "Canceled",
        (Fulfilled, Complete) => "Fulfilled, Complete",
        (Fulfilled, _) => "Fulfilled, Partial",
        (Invoiced, _) => "Invoiced",
        (var state, _) => $"State {state}",
    };

    /// <summary>True while lines and addresses may be changed. A submitted order is read-only for all but integration users, so it is left alone.</summary>
    public static bool IsChangeable(StoredSale order) => order.Header.Whole("statecode") == Active && order.Lines.All(line => line.Shipped == 0);

    /// <summary>True once something of it may have left.</summary>
    public static bool HasDeliveries(StoredSale order) => order.Header.Whole("statecode") is Fulfilled or Invoiced || order.Lines.Any(line => line.Shipped > 0);

    private static bool IsShipped(StoredSale order)
    {
        var goods = order.Lines.Where(line => line.Sku.Length > 0).ToList();
        return goods.Count > 0 && goods.TrueForAll(line => line.Shipped + line.Cancelled >= line.Quantity) && goods.Exists(line => line.Shipped > 0);
    }
}
