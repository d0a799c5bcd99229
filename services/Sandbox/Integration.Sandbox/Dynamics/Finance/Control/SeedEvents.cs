using Integration.Sandbox.Dynamics.Finance.Events;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>The catalogue of business events: the standard one of a posted invoice and two that an extension adds.</summary>
internal static class SeedEvents
{
    public static void Plant(Save save)
    {
        Put(EventNames.InvoicePosted, "Sales order invoice posted", "AccountsReceivable");
        Put(EventNames.OnHandChanged, "Inventory on hand changed", "InventoryAndAdvancedWarehouse");
        Put(EventNames.OrderShipped, "Sales order shipped", "SalesOrder");

        void Put(string id, string name, string module) => save.Insert(save.New(Tables.EventCatalog, "").Set("BusinessEventId", id))
            .Set("Name", name).Set("Description", name).Set("Module", module).Set("Contract", $"{id}Contract");
    }
}
