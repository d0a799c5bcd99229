using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Orders;

/// <summary>Site and warehouse of an order or a line.</summary>
internal static class Storage
{
    /// <summary>Checks them and takes the site from the warehouse where it is missing.</summary>
    public static void Check(Entry entry, string site, string warehouse)
    {
        var row = entry.Row;
        entry.Code(site, "Site", "Sites", Codes.Sites);
        if (entry.Related(warehouse, "Warehouse", Tables.Warehouses, "Warehouses") is not { } found)
        {
            return;
        }

        row.Set(warehouse, found.Text("WarehouseId"));
        var of = found.Text("OperationalSiteId");
        // A new warehouse brings its own site along.
        if (row.Text(site).Length == 0 || (entry.Sends(warehouse) && !entry.Sends(site)))
        {
            row.Set(site, of);
        }
        else if (row.Text(site) != of)
        {
            throw entry.Refuse($"Warehouse {row.Text(warehouse)} does not belong to site {row.Text(site)}.");
        }
    }
}
