using Integration.Contracts.Records;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>How links, hints and shipments name a sales order: its number, which is its key within the legal entity and never changes.</summary>
internal static class OrderId
{
    /// <summary>The reference to hand out.</summary>
    public static RecordRef Ref(string number) => new(Entities.Order, number, number);
}
