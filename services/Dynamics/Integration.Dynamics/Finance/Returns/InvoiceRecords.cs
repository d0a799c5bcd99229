using Integration.Contracts.Returns;
using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Headers of posted invoices; a credit note is one with a negative amount.</summary>
internal static class InvoiceRecords
{
    /// <summary>The entity set.</summary>
    public const string Set = "SalesInvoiceHeadersV4";

    /// <summary>Filter of credit notes.</summary>
    public const string CreditNotes = "TotalInvoiceAmount lt 0";

    /// <summary>The fields that are read of a credit note.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["InvoiceNumber", "InvoiceDate", "SalesOrderNumber", "CustomersOrderReference", "CurrencyCode", "TotalInvoiceAmount"];

    /// <summary>What a credit note says itself; null when it is none, or has no date. What is posted stands: F&amp;O corrects it by another invoice.</summary>
    public static ErpCredit? Credit(FinanceRecord invoice) => invoice.Number("TotalInvoiceAmount") is { } amount and < 0 && invoice.Date("InvoiceDate") is { } date ? new ErpCredit
    {
        Id = invoice.Text("InvoiceNumber"),
        Number = invoice.Text("InvoiceNumber"),
        Kind = ErpCreditKind.CreditMemo,
        Amount = -amount,
        Currency = invoice.Text("CurrencyCode"),
        Date = date,
        Stands = true,
    } : null;

    /// <summary>The start of its date: posted invoices have no change stamp.</summary>
    public static DateTimeOffset StampOf(ErpCredit credit) => new(credit.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
