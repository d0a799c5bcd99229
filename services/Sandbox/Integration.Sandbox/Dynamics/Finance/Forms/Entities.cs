using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>Names of the data entities in the application, as the Infolog of a refused write has them.</summary>
internal static class Entities
{
    public static string Of(EntitySet set) => set.Name switch
    {
        "SalesOrderHeadersV2" => "SalesOrderHeaderV2Entity",
        "SalesOrderHeadersV3" => "SalesOrderHeaderV3Entity",
        "SalesOrderHeadersV4" => "SalesOrderHeaderV4Entity",
        "SalesOrderLines" => "SalesOrderLineV2Entity",
        "SalesOrderLinesV3" => "SalesOrderLineV3Entity",
        Tables.ReturnOrders => "ReturnOrderHeaderV2Entity",
        Tables.ReturnLines => "ReturnOrderLineV2Entity",
        Tables.Customers => "CustCustomerV3Entity",
        Tables.PaymentJournals => "CustomerPaymentJournalHeaderEntity",
        Tables.PaymentLines => "CustomerPaymentJournalLineEntity",
        Tables.Journals => "LedgerJournalHeaderEntity",
        Tables.JournalLines => "LedgerJournalLineEntity",
        var other => $"{other}Entity",
    };
}
