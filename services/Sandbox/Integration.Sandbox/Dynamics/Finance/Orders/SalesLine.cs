using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>What the stand-in keeps of an order line beside its entity, and what follows from it.</summary>
internal static class SalesLine
{
    /// <summary>Quantity on packing slips, in the sales unit.</summary>
    public const string Delivered = "_Delivered";

    /// <summary>Quantity on invoices, in the sales unit.</summary>
    public const string Invoiced = "_Invoiced";

    /// <summary>Quantity that will not be delivered any more, in the sales unit.</summary>
    public const string Canceled = "_Canceled";

    /// <summary>Quantity reserved, in the inventory unit.</summary>
    public const string Reserved = "_Reserved";

    /// <summary>Inventory units in one sales unit.</summary>
    public const string Factor = "_Factor";

    /// <summary>Yes: nothing of it lies in a warehouse.</summary>
    public const string Service = "_Service";

    /// <summary>Still to be delivered, in the sales unit; negative for goods that come back.</summary>
    public static decimal Open(Row line) => line.Number("OrderedSalesQuantity") - line.Number(Delivered) - line.Number(Canceled);
}
