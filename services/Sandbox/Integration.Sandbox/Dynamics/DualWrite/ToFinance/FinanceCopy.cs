using System.Globalization;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Finance.Calls;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.DualWrite.ToFinance;

/// <summary>
/// Carries what one transaction of Dataverse changed into one save of Finance and Operations, by its rules: customers, then headers, then lines. The numbers that
/// it gives come back into the transaction.
/// </summary>
internal sealed class FinanceCopy(Writes writes, Save save, Transaction transaction, Func<TableMap, bool> copies)
{
    private const string CustomerEntity = "CustCustomerV3Entity";
    private const string HeaderEntity = "CDSSalesOrderHeaderV2Entity";
    private const string LineEntity = "CDSSalesOrderLineV2Entity";
    private const string Sequence = "LineCreationSequenceNumber";

    private readonly HashSet<Guid> _done = [];

    /// <summary>Copies records that were made or changed.</summary>
    /// <param name="before">The record as it was, so that only what changed is sent; null sends what is different there.</param>
    /// <param name="after">The record as it is.</param>
    public void Put(Record? before, Record after)
    {
        if (!_done.Add(after.Id) || Company.Of(transaction, after) is not { } company)
        {
            return;
        }

        switch (after.Table.Name)
        {
            case "account" or "contact" when CustomerValues.IsTaken(after):
                PutCustomer(company, before, after);
                break;
            case "salesorder" when after.Whole("msdyn_ordertype") == Choices.ItemBased:
                PutOrder(company, before, after);
                break;
            case "salesorderdetail":
                PutLine(company, before, after);
                break;
        }
    }

    /// <summary>Deletes what a deleted record was copied to.</summary>
    public void Delete(Record before)
    {
        if (!_done.Add(before.Id) || Company.Of(transaction, before) is not { } company)
        {
            return;
        }

        var (entity, row) = before.Table.Name switch
        {
            "salesorder" => (HeaderEntity, save.Find(Tables.SalesOrders, company, before.Text("msdyn_salesordernumber"))),
            "salesorderdetail" => (LineEntity, Line(company, OrderNumber(before), before)),
            _ => (CustomerEntity, save.Find(Tables.Customers, company, before.Text(CustomerValues.Number(before.Table.Name)))),
        };
        if (row is not null)
        {
            writes.Delete(save, entity, row);
        }
    }

    private void PutCustomer(string company, Record? before, Record after)
    {
        var column = CustomerValues.Number(after.Table.Name);
        var found = save.Find(Tables.Customers, company, after.Text(column));
        var row = Lay(CustomerEntity, found ?? save.New(Tables.Customers, company), found is null, before is null ? null : CustomerValues.Of(transaction, before), CustomerValues.Of(transaction, after));
        Return(after, column, row.Text("CustomerAccount"));
    }

    private void PutOrder(string company, Record? before, Record after)
    {
        var found = save.Find(Tables.SalesOrders, company, after.Text("msdyn_salesordernumber"));
        var row = Lay(
            HeaderEntity, found ?? save.New(Tables.SalesOrders, company), found is null, before is null ? null : OrderValues.OfHeader(transaction, before), OrderValues.OfHeader(transaction, after));
        Return(after, "msdyn_salesordernumber", row.Text("SalesOrderNumber"));
        if (found is null && copies(TableMap.OrderLines))
        {
            foreach (var line in transaction.Children("salesorderdetail", "salesorderid", after.Id).OrderBy(line => line.Whole("sequencenumber")))
            {
                Put(null, line);
            }
        }
    }

    private void PutLine(string company, Record? before, Record after)
    {
        var found = Line(company, OrderNumber(after), after);
        var row = found ?? save.New(Tables.SalesLines, company).Set(Sequence, after.Whole("sequencenumber"));
        Lay(LineEntity, row, found is null, before is null ? null : OrderValues.OfLine(transaction, before), OrderValues.OfLine(transaction, after));
    }

    private Row Lay(string entity, Row row, bool isNew, Dictionary<string, object?>? before, Dictionary<string, object?> after)
    {
        var sent = after.Where(value => isNew ? value.Value is not null : before is null ? Differs(row, value) : !Equals(before[value.Key], value.Value))
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        if (sent.Count == 0)
        {
            return row;
        }

        var opened = isNew ? row : save.Edit(row);
        writes.Put(save, entity, opened, sent, isNew);
        return opened;
    }

    // What is empty here says nothing about what stands there.
    private static bool Differs(Row row, KeyValuePair<string, object?> value) => value.Value is not (null or 0m) && !Equals(row[value.Key], value.Value);

    private Row? Line(string company, string order, Record line) => order.Length == 0 ? null
        : save.By(Tables.SalesLines, company, "SalesOrderNumber", order).FirstOrDefault(row => row.Text(Sequence) == line.Whole("sequencenumber").ToString(CultureInfo.InvariantCulture));

    // The header of a deleted line may be deleted with it.
    private string OrderNumber(Record line) => line.Link("salesorderid") is not { } order ? ""
        : (transaction.Find(order) ?? transaction.Staged.FirstOrDefault(change => change.Record.Id == order.Id)?.Before)?.Text("msdyn_salesordernumber") ?? "";

    private void Return(Record record, string column, string number)
    {
        if (record.Text(column) != number)
        {
            transaction.Edit(record).Set(column, number);
        }
    }
}
