using Integration.Dynamics.Dataverse.Fulfilment;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>What the state of a sales order allows (<c>statecode</c>); what it means for the shop is read by <see cref="OrderStates"/>.</summary>
internal static class SalesState
{
    /// <summary>Status of an active order: nothing speaks against it.</summary>
    public const int New = 1;

    /// <summary>Status of an active order that waits for something.</summary>
    public const int Pending = 2;

    /// <summary>Status of an order that was cancelled: no money.</summary>
    public const int NoMoney = 4;

    private const int Active = 0;
    private const int Canceled = 2;
    private const int Fulfilled = 3;
    private const int Invoiced = 4;

    /// <summary>True for a cancelled order.</summary>
    public static bool IsCancelled(StoredSale order) => order.Header.Whole("statecode") == Canceled;

    /// <summary>True while lines and addresses may be changed. A submitted order is read-only for all but integration users, so it is left alone.</summary>
    public static bool IsChangeable(StoredSale order) => order.Header.Whole("statecode") == Active && order.Lines.All(line => line.Shipped == 0);

    /// <summary>True once something of it may have left.</summary>
    public static bool HasDeliveries(StoredSale order) => order.Header.Whole("statecode") is Fulfilled or Invoiced || order.Lines.Any(line => line.Shipped > 0);

    /// <summary>Sales' own words.</summary>
    public static string Words(StoredSale order) => OrderStates.Words(order.Header);
}
