using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>How links name an order: by its id in Dataverse; with dual-write by F&amp;O's number, by which everything that comes after it goes.</summary>
internal static class SaleRef
{
    /// <summary>The reference to hand out; null while F&amp;O has not numbered the order.</summary>
    public static RecordRef? Of(DataverseRecord header, bool dualWrite)
    {
        if (!dualWrite) return new RecordRef(Entities.Order, header.Id("salesorderid")?.ToString("D") ?? "", header.Text("ordernumber"));
        return header.Text("msdyn_salesordernumber") is { Length: > 0 } number ? new RecordRef(Entities.Order, number, number) : null;
    }
}
