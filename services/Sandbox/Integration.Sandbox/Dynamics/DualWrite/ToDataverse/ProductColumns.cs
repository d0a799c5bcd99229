using Integration.Sandbox.Dynamics.DualWrite.Maps;
using Integration.Sandbox.Dynamics.Dataverse.Sales;
using Integration.Sandbox.Dynamics.Finance.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.ToDataverse;

/// <summary>Released products as products. A new one is on no price list.</summary>
internal static class ProductColumns
{
    private const long Goods = 1;
    private const long Service = 3;

    public static void Copy(RecordEdit edit, Links links, Row row, bool adopts)
    {
        var (transaction, number) = (edit.Transaction, row.Text("ProductNumber"));
        var found = links.Find("product", "msdyn_productnumber", number) ?? (adopts ? transaction.First("product", ["productnumber"], number) : null);
        var isService = row.Text("ProductType") == "Service";
        var unit = links.Unit(row.Text("SalesUnitSymbol"), found);
        List<(string, object?)> values =
        [
            (Company.Lookup, links.Company), ("msdyn_productnumber", number), ("msdyn_itemnumber", row.Text("ItemNumber")), ("name", row.Text("_Name")), ("price", row.Number("SalesPrice")),
            ("transactioncurrencyid", Organization.BaseCurrency(transaction)), ("producttypecode", isService ? Service : Goods), ("msdyn_isstockedproduct", !isService), ("defaultuomid", unit.Reference),
        ];
        if (found is null)
        {
            var isActive = Organization.Row(transaction).Flag("createproductswithoutparentinactivestate");
            values.AddRange([("productnumber", row.Text("ItemNumber")), ("productstructure", 1L), ("quantitydecimal", 2L), ("defaultuomscheduleid", unit.Link("uomscheduleid")),
                ("statecode", isActive ? 0L : 2L), ("statuscode", isActive ? 1L : 0L)]);
        }

        edit.Lay(found ?? edit.New("product"), found is null, values);
    }
}
