using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.Queue;

/// <summary>A change that waits to be copied: either a record of Dataverse or a row of Finance and Operations.</summary>
/// <param name="Map">Map that it goes by.</param>
/// <param name="Due">When it arrives at the earliest.</param>
/// <param name="Record">The record as it was last seen; null for a row.</param>
/// <param name="Row">The row as it was last seen; null for a record.</param>
internal sealed record Change(TableMap Map, DateTimeOffset Due, Record? Record, Row? Row)
{
    public Direction Direction => Record is not null ? Direction.ToFinance : Direction.ToDataverse;

    /// <summary>What people know it by.</summary>
    public string Key => Record is not null
        ? Record.Table.Name switch
        {
            "salesorder" => Record.Text("ordernumber"),
            "account" => Record.Text("accountnumber"),
            _ => Record.Id.ToString(),
        }
        : Row!.Table switch
        {
            "CustomersV3" => Row.Text("CustomerAccount"),
            "ReleasedProductsV2" => Row.Text("ItemNumber"),
            "Invoices" or "SalesInvoiceV4Lines" => Row.Text("InvoiceNumber"),
            _ => Row.Text("SalesOrderNumber"),
        };
}
