using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Inventory;

/// <summary>
/// What is kept of one item in one warehouse, and what follows from it. The figures are those of the Inventory
/// Allocation Details form; which of them are deducted from what is available is a rule of the tenant
/// (<see cref="ErpSettings.Availability"/>).
/// </summary>
internal static class StockFigures
{
    public const string OnHand = "OnHand";
    public const string Prepared = "SOPrepared";
    public const string Booked = "SOBooked";
    public const string BackOrdered = "SOBackOrdered";
    public const string Allocated = "SOAllocated";
    public const string Shipped = "SOShipped";
    public const string PurchaseOrders = "PurchaseOrders";
    public const string PurchasePrepared = "PurchasePrepared";

    public static IReadOnlyList<string> All { get; } = [OnHand, Prepared, Booked, BackOrdered, Allocated, Shipped, PurchaseOrders, PurchasePrepared];

    /// <summary>What may still be promised.</summary>
    public static decimal Available(Row status, ErpSettings settings) => status.Number(OnHand)
        + settings.Availability.Sum(figure => figure is PurchaseOrders or PurchasePrepared ? status.Number(figure) : -status.Number(figure));

    /// <summary>What may still be put on a shipment.</summary>
    public static decimal ForShipping(Row status) => status.Number(OnHand) - status.Number(Allocated) - status.Number(Shipped);

    /// <summary>What is still in the warehouse.</summary>
    public static decimal ForIssue(Row status) => status.Number(OnHand) - status.Number(Shipped);
}
