using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Returns;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Carries rows of Finance and Operations into one transaction of Dataverse, past the rules of Sales: its engine does not price them again.</summary>
internal sealed class DataverseCopy(Transaction transaction, DataverseSettings settings)
{
    private readonly RecordEdit _edit = new(transaction, settings);

    /// <summary>The map that a row goes by; null when no map has its table.</summary>
    public static TableMap? MapOf(Row row) => row.Table switch
    {
        Tables.Customers => row.Text("PartyType") == "Person" ? TableMap.Contacts : TableMap.Accounts,
        Tables.Products => TableMap.Products,
        Tables.SalesOrders => TableMap.Orders,
        Tables.SalesLines => TableMap.OrderLines,
        Tables.Invoices => TableMap.Invoices,
        Tables.InvoiceLines => TableMap.InvoiceLines,
        _ => null,
    };

    /// <summary>Copies a row.</summary>
    /// <param name="row">The row as it is.</param>
    /// <param name="adopts">True: a record without a legal entity that has its number is taken for it.</param>
    /// <exception cref="CopyFault">What it refers to is not in Dataverse.</exception>
    public void Put(Row row, bool adopts = false)
    {
        if (Company.Find(transaction, row.Company) is not { } company)
        {
            return;
        }

        var links = new Links(transaction, company);
        switch (row.Table)
        {
            case Tables.Customers:
                CustomerColumns.Copy(_edit, links, row, adopts);
                break;
            case Tables.Products:
                ProductColumns.Copy(_edit, links, row, adopts);
                break;
            case Tables.SalesOrders:
                OrderColumns.Copy(_edit, links, row);
                break;
            case Tables.SalesLines:
                OrderLineColumns.Copy(_edit, links, row);
                break;
            case Tables.Invoices when !row.Is(CreditNotes.OfReturn):
                InvoiceColumns.CopyHeader(_edit, links, row);
                break;
            case Tables.InvoiceLines when !row.Is(CreditNotes.OfReturn):
                InvoiceColumns.CopyLine(_edit, links, row);
                break;
        }
    }

    /// <summary>Deletes what a deleted order or line was copied to; other rows stay.</summary>
    public void Delete(Row row)
    {
        if (Company.Find(transaction, row.Company) is not { } company
            || new Links(transaction, company).Find("salesorder", "msdyn_salesordernumber", row.Text("SalesOrderNumber")) is not { } order)
        {
            return;
        }

        if (row.Table == Tables.SalesOrders)
        {
            foreach (var line in transaction.Children("salesorderdetail", "salesorderid", order.Id))
            {
                transaction.Delete(line);
            }

            transaction.Delete(order);
        }
        else if (row.Table == Tables.SalesLines && OrderLineColumns.Find(transaction, order, (long)row.Number("LineCreationSequenceNumber")) is { } line)
        {
            transaction.Delete(line);
        }
    }
}
