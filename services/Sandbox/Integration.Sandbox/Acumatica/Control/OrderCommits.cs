using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Records;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Tells the journal of every sales order that was committed: by number, with the shop's reference and the status.</summary>
internal static class OrderCommits
{
    public static void Tell(IReadOnlyList<Committed<Row>> committed, CommitJournal journal)
    {
        foreach (var order in committed.Where(change => change is { Row.Schema.Name: "SalesOrder", After: not null }).Select(change => change.After!))
        {
            journal.Add($"{order.Text("OrderType")} {order.Text("OrderNbr")}", order.Text("ExternalRef"), order.Text("Status"));
        }
    }
}
