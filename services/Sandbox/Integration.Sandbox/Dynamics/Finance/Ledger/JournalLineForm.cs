using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Lines of general journals. Each voucher must balance when the journal is posted, not before.</summary>
internal sealed class JournalLineForm : IForm
{
    public IReadOnlySet<string> Computed { get; } = new HashSet<string>();

    public IReadOnlySet<string> Settled { get; } = new HashSet<string> { "dataAreaId", JournalRules.Batch, "LineNumber" };

    public void Create(Entry entry)
    {
        var journal = JournalRules.Journal(entry, Tables.Journals);
        entry.Row.Default("AccountType", "Ledger").Default("TransDate", entry.Save.Today);
        Check(entry);
        entry.Row.Default("Voucher", Voucher(entry, journal));
        JournalRules.Insert(entry);
        Sum(entry.Save, journal);
    }

    public void Update(Entry entry)
    {
        var journal = JournalRules.Journal(entry, Tables.Journals);
        Check(entry);
        Sum(entry.Save, journal);
    }

    public void Delete(Entry entry)
    {
        var journal = JournalRules.Journal(entry, Tables.Journals);
        entry.Save.Delete(entry.Row);
        Sum(entry.Save, journal);
    }

    private static void Check(Entry entry)
    {
        JournalRules.CheckPeriod(entry, "TransDate");
        entry.Required("AccountDisplayValue", "Account");
        Accounts.Check(entry, "AccountType", "AccountDisplayValue", "Account");
        entry.Row.Default("OffsetAccountType", "Ledger");
        Accounts.Check(entry, "OffsetAccountType", "OffsetAccountDisplayValue", "Offset account");
        entry.Required("CurrencyCode", "Currency");
        entry.Code("CurrencyCode", "Currency", "Currencies", Codes.Currencies.Keys);
        entry.Related("PaymentMethod", "Method of payment", Tables.PaymentMethods, "Methods of payment");
        Accounts.CheckAmounts(entry);
    }

    // A voucher goes on until it balances.
    private static string Voucher(Entry entry, Row journal)
    {
        var last = JournalRules.Lines(entry.Save, Tables.JournalLines, journal).GroupBy(line => line.Text("Voucher")).LastOrDefault();
        return last is not null && last.Sum(Posting.Balance) != 0 ? last.Key : entry.Save.Next("Voucher", entry.Company, "GNJ{0:000000}");
    }

    private static void Sum(Save save, Row journal)
    {
        var lines = JournalRules.Lines(save, Tables.JournalLines, journal);
        save.Edit(journal).Set("JournalTotalDebit", lines.Sum(line => line.Number("DebitAmount"))).Set("JournalTotalCredit", lines.Sum(line => line.Number("CreditAmount")));
    }
}
