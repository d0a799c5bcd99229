using System.Text.Json.Nodes;
using Integration.Sandbox.Serving;

namespace Integration.Sandbox.Shop.Rows;

/// <summary>The orders that one transaction wrote, for the journal once it is committed.</summary>
internal sealed class SavedOrders
{
    private readonly Dictionary<string, JsonObject> _rows = [];

    public void Note(string entity, JsonObject row)
    {
        if (entity == "order")
        {
            _rows[row.Text("order_id")] = row;
        }
    }

    public void Tell(CommitJournal journal)
    {
        foreach (var (id, row) in _rows)
        {
            journal.Add(id, row.Text("orderNumber"), row.Text("shippingStatus"));
        }
    }
}
