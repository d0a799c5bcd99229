using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Dataverse.Control;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.DualWrite.ToDataverse;
using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;
using FinanceBooks = Integration.Sandbox.Dynamics.Finance.Records.Books;
using FinanceSeed = Integration.Sandbox.Dynamics.Finance.Control.Seed;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>Links an organization to an environment for the first time: its user and switches, the legal entities, and what Finance and Operations holds.</summary>
internal static class LinkSetup
{
    /// <summary>The user on whose behalf rows are copied.</summary>
    public static Guid User { get; } = Ids.Of("systemuser", "dual-write");

    // The organization had its units before it was linked; these are the symbols that they got.
    private static readonly (string Unit, string Symbol)[] Units = [(SeedCatalogue.Unit, "ea"), ("Each", "ea"), ("Box of 10", "box")];

    public static Task<bool> RunAsync(DataverseStandIn dataverse, FinanceBooks rows, IReadOnlyList<string> companies, CancellationToken cancellationToken) => dataverse.Books.RunAsync(
        transaction =>
        {
            (transaction.User, transaction.IsCopied) = (User, true);
            var isNew = transaction.Find("systemuser", User) is null;
            if (isNew)
            {
                Plant(transaction, new DataverseCopy(transaction, dataverse.Settings), rows, companies);
            }

            return isNew;
        },
        cancellationToken);

    private static void Plant(Transaction transaction, DataverseCopy copy, FinanceBooks rows, IReadOnlyList<string> companies)
    {
        transaction.Insert(new Record(transaction.Schema["systemuser"], User)).Set("firstname", "DualWrite").Set("lastname", "IntegrationUser").Set("isdisabled", false).Set("isintegrationuser", true);
        transaction.Edit(transaction.All("organization")[0]).Set("issopintegrationenabled", true).Set("createproductswithoutparentinactivestate", true);
        foreach (var (unit, symbol) in Units)
        {
            transaction.Edit(transaction.Find(SeedCatalogue.Link("uom", unit))!).Set("msdyn_symbol", symbol);
        }

        foreach (var code in FinanceSeed.Companies)
        {
            New(transaction, "cdm_company", code).Set("cdm_companycode", code.ToUpperInvariant()).Set("cdm_name", code.ToUpperInvariant())
                .Set("cdm_isenabledfordualwrite", companies.Contains(code, StringComparer.OrdinalIgnoreCase));
        }

        foreach (var code in companies)
        {
            Reference(transaction, rows, code);
            foreach (var row in rows.Of(Tables.Customers, code).Sorted().Concat(rows.Of(Tables.Products, code).Sorted()))
            {
                copy.Put(row, adopts: true);
            }
        }

        foreach (var map in TableMap.All)
        {
            MapBook.Set(transaction, map, MapStatus.Running);
        }
    }

    private static void Reference(Transaction transaction, FinanceBooks rows, string code)
    {
        var company = SeedCatalogue.Link("cdm_company", code);
        foreach (var mode in rows.Of(Tables.DeliveryModes, code).Sorted())
        {
            New(transaction, "msdyn_shipvia", $"{code}:{mode.Text("ModeCode")}").Set(Company.Lookup, company).Set("msdyn_name", mode.Text("ModeCode")).Set("msdyn_description", mode.Text("ModeDescription"));
        }

        foreach (var site in Codes.Sites)
        {
            New(transaction, "msdyn_operationalsite", $"{code}:{site}").Set(Company.Lookup, company).Set("msdyn_siteid", site).Set("msdyn_sitename", $"Site {site}");
        }

        foreach (var warehouse in rows.Of(Tables.Warehouses, code).Sorted())
        {
            New(transaction, "msdyn_warehouse", $"{code}:{warehouse.Text("WarehouseId")}").Set(Company.Lookup, company).Set("msdyn_warehouseidentifier", warehouse.Text("WarehouseId"))
                .Set("msdyn_name", warehouse.Text("WarehouseName")).Set("msdyn_operationalsite", SeedCatalogue.Link("msdyn_operationalsite", $"{code}:{warehouse.Text("OperationalSiteId")}"));
        }

        foreach (var group in Codes.CustomerGroups)
        {
            New(transaction, "msdyn_customergroup", $"{code}:{group}").Set(Company.Lookup, company).Set("msdyn_groupid", group).Set("msdyn_description", group);
        }
    }

    private static Record New(Transaction transaction, string table, string name) =>
        transaction.Insert(new Record(transaction.Schema[table], Ids.Of(table, name))).Set("statecode", 0L).Set("statuscode", 1L);
}
