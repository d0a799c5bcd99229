using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Payments of customers, which are credits to them; refunds are debits.</summary>
internal sealed class PaymentLineForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "CustomerName" };

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", JournalRules.Batch, "LineNumber", "Voucher" };

    public void Create(Entry entry)
    {
        JournalRules.Journal(entry, Tables.PaymentJournals);
        entry.Row.Default("AccountType", "Cust").Default("TransactionDate", entry.Save.Today).Default("Company", entry.Company).Default("SettleVoucher", "None");
        Check(entry);
        entry.Row.Default("Voucher", entry.Save.Next("PaymentVoucher", entry.Company, "ARP{0:000000}"));
        JournalRules.Insert(entry);
    }

    public void Update(Entry entry)
    {
        JournalRules.Journal(entry, Tables.PaymentJournals);
        Check(entry);
    }

    public void Delete(Entry entry)
    {
        JournalRules.Journal(entry, Tables.PaymentJournals);
        entry.Save.Delete(entry.Row);
    }

    private static void Check(Entry entry)
    {
        var row = entry.Row;
        JournalRules.CheckPeriod(entry, "TransactionDate");
        entry.Required("AccountDisplayValue", "Account");
        Accounts.Check(entry, "AccountType", "AccountDisplayValue", "Account");
        entry.Required("CurrencyCode", "Currency");
        entry.Code("CurrencyCode", "Currency", "Currencies", Codes.Currencies.Keys);
        Accounts.CheckAmounts(entry);
        if (entry.Related("PaymentMethodName", "Method of payment", Tables.PaymentMethods, "Methods of payment") is { } method)
        {
            row.Default("OffsetAccountType", method.Text("AccountType")).Default("OffsetAccountDisplayValue", method.Text("PaymentAccountDisplayValue"));
        }

        row.Default("OffsetAccountType", "Ledger");
        Accounts.Check(entry, "OffsetAccountType", "OffsetAccountDisplayValue", "Offset account");
        if (row.Text("MarkedInvoice") is { Length: > 0 } invoice && entry.Save.By(Tables.Invoices, entry.Company, "InvoiceNumber", invoice).Count == 0)
        {
            throw entry.Refuse($"The value '{invoice}' in field 'Invoice' is not found in the related table 'Customer transactions'.");
        }

        row.Set("CustomerName", entry.Save.Find(Tables.Customers, entry.Company, row.Text("AccountDisplayValue"))?.Text(Customers.CustomerNames.Name));
    }
}
