using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>How headers and their lines find each other.</summary>
internal static class Relations
{
    /// <summary>The rows of another table that belong to a row.</summary>
    public static IReadOnlyList<Row> Of(Books books, string table, string target, Row row)
    {
        var property = Property(table, target);
        return books.Of(target, row.Company).By(property, row.Text(property));
    }

    /// <summary>The property that two tables have in common.</summary>
    public static string Property(string table, string target) => (table, target) switch
    {
        (Tables.SalesOrders, _) or (_, Tables.SalesOrders) => "SalesOrderNumber",
        (Tables.ReturnOrders, _) or (_, Tables.ReturnOrders) => "ReturnOrderNumber",
        (Tables.Invoices, _) or (_, Tables.Invoices) => "InvoiceNumber",
        (Tables.PackingSlips, _) or (_, Tables.PackingSlips) => "ShipmentPackingSlipVersionNumber",
        _ => "JournalBatchNumber",
    };
}
