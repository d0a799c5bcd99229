using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>Tells the journal of every sales order that was committed: by number, with the shop's reference and the status.</summary>
internal static class OrderCommits
{
    public static void Tell(IReadOnlyList<Committed<Row>> committed, CommitJournal journal)
    {
        foreach (var order in committed.Where(change => change is { Row.Table: Tables.SalesOrders, After: not null }).Select(change => change.After!))
        {
            journal.Add(order.Text("SalesOrderNumber"), order.Text("CustomersOrderReference"), order.Text("SalesOrderProcessingStatus"));
        }
    }
}
