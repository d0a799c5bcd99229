using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Tells the journal of every sales order that was committed: by number, with the shop's reference and the state.</summary>
internal static class OrderCommits
{
    public static void Tell(IReadOnlyList<Committed> committed, CommitJournal journal)
    {
        foreach (var order in committed.Select(change => change.After).OfType<Record>().Where(record => record.Table.Name == "salesorder"))
        {
            var reference = order.Text("xci_externalid") is { Length: > 0 } external ? external : order.Text("name");
            journal.Add(order.Text("ordernumber"), reference, order.Table["statecode"].Options[order.Whole("statecode")].Label);
        }
    }
}
